// answer: healthy
// on: 17 25
package shop;

import java.util.zip.Inflater;
import pace.Pace;

/** A decompressor for each request, ended in time. */
public class EndedInflaters {

    public static void main(String[] args) throws Exception {
        Pace.run(300, number -> {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(new byte[] {120});
            } finally {
                inflater.end();
            }
        });
    }
}
