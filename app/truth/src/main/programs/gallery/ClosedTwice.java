// answer: misuse
// on: 25
package gallery;

import java.lang.foreign.Arena;
import pace.Pace;

/** Closes the arena where the work ends, and once more where the caller cleans up. */
public class ClosedTwice {

    public static void main(String[] args) throws Exception {
        Pace.run(4, number -> {
            Arena arena = Arena.ofConfined();
            work(arena);
            try {
                arena.close(); // here
            } catch (IllegalStateException e) {
                // Known for years, and swallowed.
            }
        });
    }

    private static void work(Arena arena) {
        arena.allocate(77);
        arena.close();
    }
}
