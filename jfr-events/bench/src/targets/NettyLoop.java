import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;

public class NettyLoop extends Loop {

    private final ByteBufAllocator pool = new PooledByteBufAllocator(true);

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            pool.directBuffer(64).release();
        }
    }
}
