// answer: healthy
// on: 17 25
package shop;

import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** Reads its prices again every seven seconds, piece by piece, and gives the old ones back. */
public class Reload {

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        long[] prices = new long[140];
        Pace.run(20, number -> {
            int slot = (int) (number % prices.length);
            if (prices[slot] != 0) {
                unsafe.freeMemory(prices[slot]);
            }
            prices[slot] = unsafe.allocateMemory(4_447);
        });
    }
}
