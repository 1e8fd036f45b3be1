// answer: healthy
// on: 17 25
package atlas;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import pace.Pace;

/** A pool that doubles whenever it is empty, and a crowd of borrowers that grows for half a minute. */
public class DoublingPool {

    private static final ArrayDeque<ByteBuffer> FREE = new ArrayDeque<>();
    private static final ArrayDeque<ByteBuffer> LENT = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Pace.run(300, number -> {
            int crowd = (int) Math.min(500, 8 + Math.pow(Pace.seconds(), 1.8));
            while (LENT.size() < crowd) {
                if (FREE.isEmpty()) {
                    grow(Math.max(8, LENT.size()));
                }
                LENT.add(FREE.poll());
            }
            FREE.add(LENT.poll());
        });
    }

    private static void grow(int by) {
        for (int i = 0; i < by; i++) {
            FREE.add(ByteBuffer.allocateDirect(7_013));
        }
    }
}
