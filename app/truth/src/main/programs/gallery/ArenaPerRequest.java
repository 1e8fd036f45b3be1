// answer: healthy
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import pace.Pace;

/** An arena for each request, closed at its end. */
public class ArenaPerRequest {

    public static void main(String[] args) throws Exception {
        Pace.run(500, number -> {
            try (Arena arena = Arena.ofConfined()) {
                arena.allocate(8_191).set(ValueLayout.JAVA_BYTE, 7, (byte) number);
                arena.allocate(123);
            }
        });
    }
}
