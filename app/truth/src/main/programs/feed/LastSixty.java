// answer: healthy
// on: 17 25
// run: 120000
package feed;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Records of all sizes come and go; of the odd ones the last sixty are kept for whoever asks. */
public class LastSixty {

    private static final long[] LAST = new long[60];

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(Integer.parseInt(args[0]), number -> {
            long record = unsafe.allocateMemory(24 + (number * 2_654_435_761L >>> 7) % 4_001);
            if (number % 9_973 == 5) {
                int slot = (int) (number / 9_973 % LAST.length);
                if (LAST[slot] != 0) {
                    unsafe.freeMemory(LAST[slot]);
                }
                LAST[slot] = record;
            } else {
                unsafe.freeMemory(record);
            }
        });
    }
}
