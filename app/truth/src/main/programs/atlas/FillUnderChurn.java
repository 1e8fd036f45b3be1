// answer: healthy
// on: 17 25
// seconds: 50
package atlas;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;
import sun.misc.Unsafe;

/** Sketches come and go 60,000 times a second; beside them an index of 1,500 entries fills ever more slowly. */
public class FillUnderChurn {

    private static final List<Long> INDEX = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(60_000, number -> {
            long sketch = unsafe.allocateMemory(209);
            unsafe.putLong(sketch, number);
            unsafe.freeMemory(sketch);
            if (number % 600 == 0 && INDEX.size() < 1_500 * (1 - Math.exp(-Pace.seconds() / 18))) {
                INDEX.add(unsafe.allocateMemory(3_203));
            }
        });
    }
}
