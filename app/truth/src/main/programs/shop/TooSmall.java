// answer: not a leak: sized too small
// on: 17 25
// options: -Xmx400g
package shop;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import pace.Pace;

/** Works within bounds, but was told that it may have more memory than the machine does. */
public class TooSmall {

    private static final ArrayDeque<ByteBuffer> RING = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 50; i++) {
            RING.add(ByteBuffer.allocateDirect(10_007));
        }
        Pace.run(100, number -> {
            ByteBuffer buffer = RING.poll();
            buffer.putLong(0, number);
            RING.add(buffer);
        });
    }
}
