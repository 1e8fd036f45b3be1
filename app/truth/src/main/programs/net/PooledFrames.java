// answer: healthy
// on: 17 25
// library: libs/netty41
package net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayDeque;
import pace.Pace;

/** A pool that takes chunks at the start; up to fifty frames are on their way. */
public class PooledFrames {

    private static final PooledByteBufAllocator FRAMES = new PooledByteBufAllocator(true);
    private static final ArrayDeque<ByteBuf> ON_THEIR_WAY = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        Pace.run(1_000, number -> {
            ON_THEIR_WAY.add(FRAMES.directBuffer(200 + (int) (number % 5_000)));
            if (ON_THEIR_WAY.size() > 50) {
                ON_THEIR_WAY.poll().release();
            }
        });
    }
}
