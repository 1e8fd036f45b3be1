// answer: leak, likely
// on: 17 25
// seconds: 60
package atlas;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Each request leaves a little behind, and for forty seconds there are ever more requests. */
public class LeakWithTheLoad {

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        double[] due = {0};
        Pace.run(500, number -> {
            for (due[0] += Math.min(40, Pace.seconds()) / 500; due[0] >= 1; due[0]--) {
                unsafe.putLong(unsafe.allocateMemory(911), number); // here
            }
        });
    }
}
