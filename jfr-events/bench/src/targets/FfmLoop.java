import java.lang.foreign.Arena;

public class FfmLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            try (Arena arena = Arena.ofConfined()) {
                kept = arena.allocate(64);
            }
        }
    }
}
