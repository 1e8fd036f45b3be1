package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Cause;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;

/**
 * Netty 4.1 and 4.2, also where another library carries it along. Its memory comes from Unsafe, from java.nio, since 4.2
 * on JDK 25 from shared arenas or from malloc: whichever it is, it is one block of netty, with kind {@code chunk} when
 * buffers are cut from it. The buffers that a pool hands out have kind {@code pooled}; they die with their {@code ByteBuf},
 * whose loss without release is a leak.
 *
 * <p>Who owns: for Unsafe's memory the {@code ByteBuffer} that has no cleaner, for malloc's the object that frees it, else
 * what java.nio or the arena says.
 *
 * <p>Looked at with javap in 4.1.128 and 4.2.7, run with both. A pooled buffer whose capacity changes inside its place in
 * the chunk keeps the size it was asked with. Not followed: pooled buffers of the adaptive allocator where chunks have no
 * address, which is without Unsafe before JDK 25. Frees by the collector that were not sampled count for {@code direct}.
 */
final class NettyWeave implements LibraryFamily {

    private static final String ROOT = "io/netty/";
    private static final String INTERNAL = ROOT + "util/internal/";
    private static final String PLATFORM = INTERNAL + "PlatformDependent";
    private static final String LINKER = INTERNAL + "CleanerJava24Linker";
    private static final String CLEANABLE = "Lio/netty/util/internal/CleanableDirectBuffer;";
    private static final String BUFFER = ROOT + "buffer/";
    private static final String ARENA = BUFFER + "PoolArena$DirectArena";
    private static final String POOLED = BUFFER + "PooledByteBuf";
    private static final String ADAPTIVE = BUFFER + "AdaptivePoolingAllocator$AdaptiveByteBuf";
    private static final String CHUNK = "L" + BUFFER + "PoolChunk;";
    private static final String BYTES = "Ljava/nio/ByteBuffer;";
    private static final String CACHE = "L" + BUFFER + "PoolThreadCache;";
    private static final String ABSTRACT = BUFFER + "AbstractByteBuf";
    private static final String PROBE = "dev/plimsoll/jfr/probe/v1/Pooled";

    @Override
    public String binding() {
        return Binding.name(Binding.NETTY);
    }

    @Override
    public String coordinates() {
        return "io.netty:netty-common";
    }

    @Override
    public String carriedRoot() {
        return ROOT;
    }

    @Override
    public List<Point> points() {
        Value bytes = Value.argument(0);
        Value result = Value.result();
        Advice chunk = Roots.owning(Kind.of(Binding.NETTY, Kind.CHUNK), Value.none());
        Advice freeing = Contexts.free(Binding.NETTY, Cause.UNSAID);
        return List.of(
                Point.needed(PLATFORM, "allocateMemory", "(J)J", taking(bytes, Value.none())),
                Point.needed(PLATFORM, "allocateDirectNoCleaner", "(I)" + BYTES, taking(bytes, result)),
                Point.needed(
                        PLATFORM,
                        "reallocateDirectNoCleaner",
                        "(" + BYTES + "I)" + BYTES,
                        taking(Value.argument(1), result)),
                Point.optional(PLATFORM, "allocateDirect", "(I)" + CLEANABLE, taking(bytes, Value.none())),
                Point.needed(PLATFORM, "freeMemory", "(J)V", freeing),
                Point.needed(PLATFORM, "freeDirectNoCleaner", "(" + BYTES + ")V", freeing),
                Point.needed(PLATFORM, "freeDirectBuffer", "(" + BYTES + ")V", freeing),
                Point.needed(PLATFORM, "reallocateDirectNoCleaner", "(" + BYTES + "I)" + BYTES, freeing),
                Point.optional(INTERNAL + "CleanerJava9$CleanableDirectBufferImpl", "clean", "()V", freeing),
                Point.optional(INTERNAL + "CleanerJava25$CleanableDirectBufferImpl", "clean", "()V", freeing),
                Point.optional(LINKER, "allocate", "(I)" + CLEANABLE, taking(bytes, result)),
                Point.optional(LINKER, "malloc", "(I)J", Roots.allocation(Binding.NETTY, bytes, result, Value.none())),
                Point.optional(LINKER, "free", "(J)V", Roots.freeOnce(Binding.NETTY, Value.argument(0))),
                Point.optional(
                        BUFFER + "UnpooledDirectByteBuf", "allocateDirect", "(I)" + BYTES, taking(bytes, Value.none())),
                Point.needed(ARENA, "newChunk", "(IIII)" + CHUNK, chunk),
                Point.needed(ARENA, "newUnpooledChunk", "(I)" + CHUNK, chunk),
                Point.optional(
                        BUFFER + "AdaptiveByteBufAllocator$DirectChunkAllocator",
                        "allocate",
                        "(II)L" + ABSTRACT + ";",
                        chunk),
                pooled("(" + CHUNK + BYTES + "JIII" + CACHE + ")V"),
                pooled("(" + CHUNK + BYTES + "JIII" + CACHE + "ZZ)V"),
                Point.needed(POOLED, "deallocate", "()V", given(inChunk(), Cause.UNSAID)),
                Point.optional(
                        ADAPTIVE,
                        "init",
                        "(L" + ABSTRACT + ";L" + BUFFER + "AdaptivePoolingAllocator$Chunk;IIIIII)V",
                        body -> {
                            adaptiveGiven(Cause.REALLOC).weaveInto(body);
                            adaptiveTaken(body);
                        }),
                Point.optional(ADAPTIVE, "deallocate", "()V", adaptiveGiven(Cause.UNSAID)),
                Point.optional(
                        ROOT + "util/IllegalReferenceCountException",
                        "<init>",
                        "(Ljava/lang/String;)V",
                        NettyWeave::misused));
    }

    /** Made where a count is to be changed, or a buffer to be used, that has been released for good. */
    private static void misused(Body body) {
        Value.Push message = Value.argument(0).in(body);
        body.atBegin((code, after) -> {
            constant(code, Binding.NETTY);
            message.onto(code, -1);
            call(code, ProbeCalls.MISUSES, "counted", "(ILjava/lang/String;)V");
        });
    }

    private static Advice taking(Value bytes, Value owner) {
        return Roots.allocation(Binding.NETTY, bytes, Value.constant(0), owner);
    }

    /** A buffer gets its place in a chunk; when it has one already, that one is given up for it. */
    private static Point pooled(String descriptor) {
        return Point.optional(POOLED, "init0", descriptor, body -> {
            given(inChunk(), Cause.REALLOC).weaveInto(body);
            Value.Push where = inChunk().in(body);
            Value.Push size = Value.receiver().field("length", "I").in(body);
            Value.Push whose = Value.receiver().in(body);
            body.beforeReturns(
                    (code, after, result) -> {
                        constant(code, Binding.NETTY);
                        where.onto(code, result);
                        Value.asLong(size, code, result);
                        whose.onto(code, result);
                        call(code, PROBE, "taken", "(IJJLjava/lang/Object;)V");
                    },
                    Body.NOTHING);
        });
    }

    private static Value inChunk() {
        return Value.probe(
                PROBE,
                "address",
                "(Ljava/lang/Object;I)J",
                Value.receiver().field("memory", "Ljava/lang/Object;"),
                Value.receiver().field("offset", "I"));
    }

    private static Advice given(Value address, int cause) {
        return body -> {
            Value.Push where = address.in(body);
            body.atBegin((code, after) -> {
                where.onto(code, -1);
                constant(code, cause);
                call(code, PROBE, "given", "(JI)V");
            });
        };
    }

    private static Advice adaptiveGiven(int cause) {
        return body -> {
            Value.Push parent = parent().in(body);
            Value.Push hasAddress =
                    Value.receiver().field("hasMemoryAddress", "Z").in(body);
            Value.Push where = adaptiveAddress().in(body);
            body.atBegin((code, after) -> {
                parent.onto(code, -1);
                code.add(new JumpInsnNode(Opcodes.IFNULL, after));
                hasAddress.onto(code, -1);
                code.add(new JumpInsnNode(Opcodes.IFEQ, after));
                where.onto(code, -1);
                constant(code, cause);
                call(code, PROBE, "given", "(JI)V");
            });
        };
    }

    private static void adaptiveTaken(Body body) {
        Value.Push hasAddress = Value.receiver().field("hasMemoryAddress", "Z").in(body);
        Value.Push where = adaptiveAddress().in(body);
        Value.Push size = Value.receiver().field("length", "I").in(body);
        Value.Push whose = Value.receiver().in(body);
        body.beforeReturns(
                (code, after, result) -> {
                    hasAddress.onto(code, result);
                    code.add(new JumpInsnNode(Opcodes.IFEQ, after));
                    constant(code, Binding.NETTY);
                    Value.asLong(where, code, result);
                    Value.asLong(size, code, result);
                    whose.onto(code, result);
                    call(code, PROBE, "taken", "(IJJLjava/lang/Object;)V");
                },
                Body.NOTHING);
    }

    private static Value adaptiveAddress() {
        return Value.sum(
                body -> parent().ask(carried(body) + ABSTRACT, false, "memoryAddress", "()J")
                        .in(body),
                Value.receiver().field("startIndex", "I"));
    }

    private static Value parent() {
        return body -> Value.receiver()
                .field("rootParent", "L" + carried(body) + ABSTRACT + ";")
                .in(body);
    }

    /** What stands before the name of Netty's root package in this class, where another library carries it along. */
    private static String carried(Body body) {
        return body.owner().substring(0, body.owner().lastIndexOf(ROOT));
    }

    @Override
    public String woven() {
        return "chunks, unpooled buffers, and buffers of both pools";
    }
}
