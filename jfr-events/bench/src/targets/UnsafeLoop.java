import java.lang.reflect.Field;

public class UnsafeLoop extends Loop {

    private static final sun.misc.Unsafe UNSAFE = unsafe();

    static sun.misc.Unsafe unsafe() {
        try {
            Field field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (sun.misc.Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            UNSAFE.freeMemory(UNSAFE.allocateMemory(64));
        }
    }
}
