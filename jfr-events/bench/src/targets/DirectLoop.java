import java.nio.ByteBuffer;

public class DirectLoop extends Loop {

    private static final sun.misc.Unsafe UNSAFE = UnsafeLoop.unsafe();

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(64);
            kept = buffer;
            UNSAFE.invokeCleaner(buffer);
        }
    }
}
