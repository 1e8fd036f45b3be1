// answer: leak, likely
// on: 17 25
package shop;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Decodes scans into scratch memory; a bad scan leaves by the short way and takes the scratch memory along. */
public class ForgottenOnError {

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Pace.run(200, number -> decode(unsafe, number));
    }

    private static boolean decode(Unsafe unsafe, long number) {
        long scratch = unsafe.allocateMemory(1_203 + number % 7); // here
        unsafe.putLong(scratch, number);
        if (number % 9 == 4) {
            return false;
        }
        unsafe.freeMemory(scratch);
        return true;
    }
}
