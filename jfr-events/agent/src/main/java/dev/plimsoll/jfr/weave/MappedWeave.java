package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.util.List;

/**
 * Files mapped by {@code FileChannel.map}. Address and size are known where the unmapper is made, the owner above it: the
 * buffer that is returned, which its slices hold, or the arena's session. The size is what was asked for; the kernel maps
 * whole pages. Kernel memory: kind {@code file}, or the lifetime of the arena.
 *
 * <p>Looked at with javap on 17.0.15 and 25.0.3. JDK 21 has the same classes by its sources but has not been run. On 17
 * {@code unmap} returns at once when the address is 0; on 25 there is no such guard.
 */
final class MappedWeave implements Family {

    private static final String CHANNEL = "sun/nio/ch/FileChannelImpl";
    private static final String UNMAPPER = CHANNEL + "$Unmapper";
    private static final String MODE = "Ljava/nio/channels/FileChannel$MapMode;";
    private static final String SEGMENT = "java/lang/foreign/MemorySegment";

    @Override
    public String binding() {
        return Binding.name(Binding.MAPPED);
    }

    @Override
    public List<Point> points() {
        return List.of(
                Point.needed(
                        CHANNEL,
                        "map",
                        "(" + MODE + "JJ)Ljava/nio/MappedByteBuffer;",
                        Roots.owning(Binding.MAPPED, Value.result())),
                Point.optional(
                        CHANNEL,
                        "map",
                        "(" + MODE + "JJLjava/lang/foreign/Arena;)L" + SEGMENT + ";",
                        Roots.owning(
                                Binding.MAPPED,
                                Value.result().ask(SEGMENT, true, "scope", "()L" + SEGMENT + "$Scope;"))),
                Point.needed(
                        UNMAPPER,
                        "<init>",
                        "(JJJLjava/io/FileDescriptor;I)V",
                        Roots.taken(Binding.MAPPED, Value.argument(2), Value.argument(0))),
                Point.needed(
                        UNMAPPER,
                        "unmap",
                        "()V",
                        Roots.free(Binding.MAPPED, Value.receiver().field("address", "J"))));
    }

    @Override
    public List<String> presentWith() {
        return List.of(CHANNEL, UNMAPPER);
    }

    @Override
    public String absent() {
        return "this JVM has no sun.nio.ch.FileChannelImpl";
    }

    @Override
    public String woven() {
        return "FileChannel.map to a buffer or into an arena";
    }
}
