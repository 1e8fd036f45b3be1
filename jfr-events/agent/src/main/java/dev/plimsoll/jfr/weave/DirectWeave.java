package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Cause;
import java.util.List;

/**
 * Direct buffers of java.nio. Only the constructor that takes memory is woven; slices, views, mapped buffers and JNI's
 * NewDirectByteBuffer use others. The owner is the constructed buffer: views hold it.
 */
final class DirectWeave implements Family {

    private static final String BUFFER = "java/nio/DirectByteBuffer";

    @Override
    public String binding() {
        return Binding.name(Binding.DIRECT);
    }

    @Override
    public List<Point> points() {
        return List.of(
                Point.needed(BUFFER, "<init>", "(I)V", Contexts.allocation(Binding.DIRECT, 0, Contexts.RECEIVER)),
                Point.needed(BUFFER + "$Deallocator", "run", "()V", Contexts.freeCall(Binding.DIRECT, Cause.EXPLICIT)));
    }

    @Override
    public List<String> presentWith() {
        return List.of(BUFFER);
    }

    @Override
    public String absent() {
        return "this JVM has no java.nio.DirectByteBuffer";
    }

    @Override
    public String woven() {
        return "ByteBuffer.allocateDirect, its Cleaner, and explicit cleaning";
    }
}
