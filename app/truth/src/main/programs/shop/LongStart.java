// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;

/** Loads its catalogue for twelve seconds; then it works with what it has. */
public class LongStart {

    private static final List<ByteBuffer> CATALOGUE = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Pace.run(50, number -> {
            if (Pace.seconds() < 12) {
                CATALOGUE.add(ByteBuffer.allocateDirect(6_007));
            }
        });
    }
}
