import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.util.ArrayList;
import java.util.List;

/** Buffers of both pools and unpooled ones: kept, released, grown, too large for a chunk, and lost. */
public class UsesNetty extends Program {

    static final List<ByteBuf> KEPT = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        UnpooledByteBufAllocator.DEFAULT.directBuffer(3).release();
        ready();
        tell("unsafe", PlatformDependent.hasUnsafe() ? 1 : 0);
        tell("noCleaner", PlatformDependent.useDirectBufferNoCleaner() ? 1 : 0);
        use(new PooledByteBufAllocator(true), 1);
        unpooled();
        if (args.length > 0) {
            use(
                    (ByteBufAllocator)
                            Class.forName(args[0]).getDeclaredConstructor().newInstance(),
                    2);
        }
        misuse();
        done();
    }

    /** A buffer that is released for good is released again, and read. */
    static void misuse() {
        ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.directBuffer(77_777);
        buffer.writeInt(1);
        buffer.release();
        int refused = 0;
        try {
            buffer.release();
        } catch (io.netty.util.IllegalReferenceCountException e) {
            refused++;
        }
        try {
            buffer.readInt();
        } catch (io.netty.util.IllegalReferenceCountException e) {
            refused++;
        }
        tell("refused", refused);
    }

    static void use(ByteBufAllocator pool, int n) {
        KEPT.add(pool.directBuffer(1_000 + n));
        pool.directBuffer(12_340 + n).release();
        ByteBuf grown = pool.directBuffer(2_000 + n, 200_000);
        grown.writeBytes(new byte[1_999]);
        grown.capacity(70_000 + n);
        grown.release();
        pool.directBuffer(9_000_000 + n).release();
        pool.heapBuffer(3_000 + n).release();
        loseAndCollect(() -> pool.directBuffer(4_560 + n));
    }

    static void unpooled() {
        ByteBufAllocator unpooled = UnpooledByteBufAllocator.DEFAULT;
        KEPT.add(unpooled.directBuffer(33_333));
        ByteBuf grown = unpooled.directBuffer(44_441, 100_000);
        grown.capacity(55_551);
        grown.release();
        if (PlatformDependent.hasUnsafe()) {
            PlatformDependent.freeMemory(PlatformDependent.allocateMemory(66_667));
        }
    }
}
