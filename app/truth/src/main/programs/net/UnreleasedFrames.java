// answer: leak
// on: 17 25
// library: libs/netty41
package net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import pace.Pace;

/** A handler that forgets to release every third frame. */
public class UnreleasedFrames {

    private static final PooledByteBufAllocator FRAMES = new PooledByteBufAllocator(true);

    public static void main(String[] args) throws Exception {
        Pace.run(60, number -> handle(number));
    }

    private static void handle(long number) {
        ByteBuf frame = FRAMES.directBuffer(1_777); // here
        frame.writeLong(number);
        if (number % 3 != 0) {
            frame.release();
        }
    }
}
