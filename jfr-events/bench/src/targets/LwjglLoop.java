import org.lwjgl.system.MemoryUtil;

public class LwjglLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            MemoryUtil.memFree(MemoryUtil.memAlloc(64));
        }
    }
}
