// answer: leak, proven
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import pace.Pace;

/** Scales a picture in an arena of its own and leaves without closing it. */
public class LostArenas {

    public static void main(String[] args) throws Exception {
        Pace.run(20, number -> scale(3_000 + number % 11));
    }

    private static int scale(long size) {
        Arena arena = Arena.ofShared();
        MemorySegment picture = arena.allocate(size); // here
        picture.set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
        return picture.get(ValueLayout.JAVA_BYTE, 0);
    }
}
