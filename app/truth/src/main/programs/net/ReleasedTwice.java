// answer: misuse
// on: 17 25
// library: libs/netty41
package net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import pace.Pace;

/** A handler that releases what the pipeline has released. */
public class ReleasedTwice {

    private static final PooledByteBufAllocator FRAMES = new PooledByteBufAllocator(true);

    public static void main(String[] args) throws Exception {
        Pace.run(4, number -> {
            ByteBuf frame = FRAMES.directBuffer(901);
            frame.release();
            try {
                frame.release(); // here
            } catch (IllegalReferenceCountException e) {
                // Logged at a level that nobody reads.
            }
        });
    }
}
