import com.sun.jna.Memory;

public class JnaLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            new Memory(64).close();
        }
    }
}
