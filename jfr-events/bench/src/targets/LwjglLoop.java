import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

public class LwjglLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            ByteBuffer buffer = MemoryUtil.memAlloc(64);
            kept = buffer;
            MemoryUtil.memFree(buffer);
        }
    }
}
