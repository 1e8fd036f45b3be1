// answer: healthy
// on: 17 25
package shop;

import java.lang.reflect.Field;
import java.util.Random;
import pace.Pace;
import sun.misc.Unsafe;

/** Takes blocks of many sizes in waves and gives nearly all of them back: holes stay. */
public class Fragmented {

    private static final int WAVE = 4_000;

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        Unsafe unsafe = (Unsafe) field.get(null);
        Random random = new Random(3);
        long[] blocks = new long[WAVE];
        Pace.run(1_000, number -> {
            int slot = (int) (number % WAVE);
            if (number % (2 * WAVE) < WAVE) {
                if (blocks[slot] == 0) {
                    long size = 500 + random.nextInt(30_000);
                    blocks[slot] = unsafe.allocateMemory(size);
                    unsafe.setMemory(blocks[slot], size, (byte) 1);
                }
            } else if (slot % 50 != 0) {
                unsafe.freeMemory(blocks[slot]);
                blocks[slot] = 0;
            }
        });
    }
}
