// answer: leak, likely
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import pace.Pace;

/** Hands a title to native code, in an arena that never ends. */
public class GlobalTitles {

    public static void main(String[] args) throws Exception {
        Pace.run(60, number -> title("picture number " + number));
    }

    private static long title(String text) {
        MemorySegment title = Arena.global().allocateFrom(text); // here
        return title.address();
    }
}
