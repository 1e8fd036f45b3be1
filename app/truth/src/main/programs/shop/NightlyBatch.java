// answer: healthy
// on: 17 25
package shop;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;
import sun.misc.Unsafe;

/** Collects for fourteen seconds, writes it out, lets go. */
public class NightlyBatch {

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        List<Long> batch = new ArrayList<>();
        Pace.run(50, number -> {
            batch.add(unsafe.allocateMemory(2_003));
            if (batch.size() == 700) {
                batch.forEach(unsafe::freeMemory);
                batch.clear();
            }
        });
    }
}
