// answer: leak, likely
// on: 17 25
package atlas;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;
import sun.misc.Unsafe;

/** Scratch memory comes and goes 20,000 times a second; two journal pages a second stay. */
public class LeakUnderChurn {

    private static final List<Long> JOURNAL = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(20_000, number -> {
            long scratch = unsafe.allocateMemory(333);
            unsafe.putLong(scratch, number);
            unsafe.freeMemory(scratch);
            if (number % 10_000 == 17) {
                JOURNAL.add(unsafe.allocateMemory(4_099)); // here
            }
        });
    }
}
