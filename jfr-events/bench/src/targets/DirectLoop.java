import java.nio.ByteBuffer;

public class DirectLoop extends Loop {

    private static final sun.misc.Unsafe UNSAFE = UnsafeLoop.unsafe();

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            UNSAFE.invokeCleaner(ByteBuffer.allocateDirect(64));
        }
    }
}
