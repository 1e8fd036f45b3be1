// answer: healthy
// on: 17 25
// run: 50000
// run: 500000
package feed;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Messages come and go, many of them. */
public class Churn {

    private static final long[] WAITING = new long[100];

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(Integer.parseInt(args[0]), number -> {
            int slot = (int) (number % WAITING.length);
            if (WAITING[slot] != 0) {
                unsafe.freeMemory(WAITING[slot]);
            }
            WAITING[slot] = unsafe.allocateMemory(331);
        });
    }
}
