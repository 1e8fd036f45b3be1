// answer: healthy
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import pace.Pace;

/** Arenas that the collector closes. */
public class AutoArenas {

    public static void main(String[] args) throws Exception {
        Pace.run(50, number -> Arena.ofAuto().allocate(30_001).set(ValueLayout.JAVA_BYTE, 7, (byte) number));
    }
}
