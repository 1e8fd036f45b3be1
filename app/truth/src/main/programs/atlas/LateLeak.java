// answer: leak, likely
// on: 17 25
// seconds: 55
// begins: 20
package atlas;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import pace.Pace;
import sun.misc.Unsafe;

/** A ring of frames; after twenty seconds somebody pauses the film, and the frames that still come are not dropped. */
public class LateLeak {

    private static final ArrayDeque<Long> FRAMES = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(24, number -> {
            FRAMES.add(unsafe.allocateMemory(30_011)); // here
            if (Pace.seconds() < 20 && FRAMES.size() > 40) {
                unsafe.freeMemory(FRAMES.poll());
            }
        });
    }
}
