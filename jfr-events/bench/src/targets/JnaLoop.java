import com.sun.jna.Memory;

public class JnaLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            Memory memory = new Memory(64);
            kept = memory;
            memory.close();
        }
    }
}
