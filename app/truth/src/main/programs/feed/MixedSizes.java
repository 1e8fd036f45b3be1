// answer: leak, likely
// on: 17 25
// run: 120000
package feed;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Records of all sizes are packed, sealed and sent; a sealed one whose key is refused stays behind. */
public class MixedSizes {

    private static Unsafe unsafe;

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe = (Unsafe) field.get(null);
        Pace.run(Integer.parseInt(args[0]) / 3.0, MixedSizes::record);
    }

    private static void record(long number) {
        long size = 24 + (number * 2_654_435_761L >>> 7) % 4_001;
        long packed = pack(size);
        long sealed = seal(size + 16);
        unsafe.copyMemory(packed, sealed, size);
        unsafe.freeMemory(packed);
        send(sealed, size);
        if (number % 3_333 != 1_111) {
            unsafe.freeMemory(sealed);
        }
    }

    private static long pack(long size) {
        return unsafe.allocateMemory(size);
    }

    private static long seal(long size) {
        return unsafe.allocateMemory(size); // here
    }

    private static void send(long record, long size) {
        long frame = unsafe.allocateMemory(size / 2 + 1);
        unsafe.copyMemory(record, frame, size / 2);
        unsafe.freeMemory(frame);
    }
}
