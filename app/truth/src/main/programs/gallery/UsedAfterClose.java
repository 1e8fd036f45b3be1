// answer: freed too early
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import pace.Pace;

/** Reads the title of a picture that was closed with its page. */
public class UsedAfterClose {

    public static void main(String[] args) throws Exception {
        Pace.run(4, number -> {
            MemorySegment title = page();
            try {
                title.get(ValueLayout.JAVA_BYTE, 0); // here
            } catch (IllegalStateException e) {
                // The page is gone; shown without a title.
            }
        });
    }

    private static MemorySegment page() {
        try (Arena arena = Arena.ofConfined()) {
            return arena.allocateFrom("Title");
        }
    }
}
