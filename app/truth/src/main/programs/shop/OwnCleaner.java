// answer: healthy
// on: 17 25
package shop;

import java.lang.ref.Cleaner;
import java.lang.reflect.Field;
import pace.Pace;
import sun.misc.Unsafe;

/** A class of its own around raw memory, with a Cleaner of its own for those who forget to close. */
public class OwnCleaner {

    private static final Cleaner CLEANER = Cleaner.create();
    private static Unsafe unsafe;

    private static final class Page implements AutoCloseable {
        private final Cleaner.Cleanable cleanable;

        Page(long size) {
            long memory = unsafe.allocateMemory(size);
            cleanable = CLEANER.register(this, () -> unsafe.freeMemory(memory));
        }

        @Override
        public void close() {
            cleanable.clean();
        }
    }

    public static void main(String[] args) throws Exception {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe = (Unsafe) field.get(null);
        Pace.run(80, number -> {
            Page page = new Page(3_333);
            if (number % 4 != 0) {
                page.close();
            }
        });
    }
}
