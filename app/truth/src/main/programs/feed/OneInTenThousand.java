// answer: leak, likely
// on: 17 25
// run: 50000
// run: 500000
package feed;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** A message per pair; one in ten thousand is malformed, and its memory is never given back. */
public class OneInTenThousand {

    private static Unsafe unsafe;

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe = (Unsafe) field.get(null);
        Pace.run(Integer.parseInt(args[0]), OneInTenThousand::message);
    }

    private static void message(long number) {
        long memory = unsafe.allocateMemory(331); // here
        unsafe.putLong(memory, number);
        if (number % 10_000 != 77) {
            unsafe.freeMemory(memory);
        }
    }
}
