import com.kenai.jffi.MemoryIO;

public class JnrLoop extends Loop {

    private final MemoryIO memory = MemoryIO.getInstance();

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            memory.freeMemory(memory.allocateMemory(64, false));
        }
    }
}
