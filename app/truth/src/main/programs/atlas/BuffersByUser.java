// answer: leak, likely
// on: 17 25
package atlas;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import pace.Pace;

/** Who looks at the map gets a buffer of his own, and nobody takes it out of the map when he has gone. */
public class BuffersByUser {

    private static final Map<String, ByteBuffer> VIEWS = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        Random random = new Random(19);
        Pace.run(100, number -> {
            if (random.nextInt(14) == 0) {
                VIEWS.computeIfAbsent("user-" + random.nextInt(1_000_000), user -> view());
            }
        });
    }

    private static ByteBuffer view() {
        return ByteBuffer.allocateDirect(12_007); // here
    }
}
