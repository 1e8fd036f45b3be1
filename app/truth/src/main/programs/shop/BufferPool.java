// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Random;
import pace.Pace;

/** Takes buffers from a pool and gives them back; the pool grows to the peak and stays there. */
public class BufferPool {

    private static final ArrayDeque<ByteBuffer> FREE = new ArrayDeque<>();
    private static final ArrayDeque<ByteBuffer> USED = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Random random = new Random(5);
        Pace.run(400, number -> {
            int wanted = 30 + random.nextInt(40);
            while (USED.size() < wanted) {
                ByteBuffer buffer = FREE.poll();
                USED.add(buffer == null ? ByteBuffer.allocateDirect(16_411) : buffer);
            }
            while (USED.size() > wanted) {
                FREE.add(USED.poll());
            }
        });
    }
}
