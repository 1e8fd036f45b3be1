// answer: leak, likely
// on: 17 25
// run: 50000
// run: 200000
package feed;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Messages come and go; one in ten thousand has a bad header, of which a copy is put aside and forgotten. */
public class BadHeader {

    private static Unsafe unsafe;

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe = (Unsafe) field.get(null);
        Pace.run(Integer.parseInt(args[0]), BadHeader::message);
    }

    private static void message(long number) {
        long memory = unsafe.allocateMemory(331);
        unsafe.putLong(memory, number);
        if (number % 10_000 == 77) {
            putAside(memory);
        }
        unsafe.freeMemory(memory);
    }

    private static void putAside(long memory) {
        long copy = unsafe.allocateMemory(331); // here
        unsafe.copyMemory(memory, copy, 331);
    }
}
