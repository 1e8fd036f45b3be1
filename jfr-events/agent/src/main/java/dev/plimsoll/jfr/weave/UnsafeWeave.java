package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.OBJECT;
import static dev.plimsoll.jfr.weave.ProbeCalls.PROBE;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;
import static dev.plimsoll.jfr.weave.ProbeCalls.load;
import static dev.plimsoll.jfr.weave.ProbeCalls.store;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * The bottom through which java.nio, FFM and sun.misc.Unsafe take their memory. What has no context above it is recorded
 * as {@code unsafe}. The native methods behind these three have no code to weave.
 */
final class UnsafeWeave implements Family {

    private static final String UNSAFE = "jdk/internal/misc/Unsafe";

    @Override
    public String binding() {
        return Binding.name(Binding.UNSAFE);
    }

    @Override
    public List<Point> points() {
        return List.of(
                Point.needed(UNSAFE, "allocateMemory", "(J)J", UnsafeWeave::allocate),
                Point.needed(UNSAFE, "reallocateMemory", "(JJ)J", UnsafeWeave::reallocate),
                Point.needed(UNSAFE, "freeMemory", "(J)V", UnsafeWeave::free));
    }

    @Override
    public List<String> presentWith() {
        return List.of(UNSAFE);
    }

    @Override
    public String absent() {
        return "this JVM has no jdk.internal.misc.Unsafe";
    }

    @Override
    public String woven() {
        return "Unsafe.allocateMemory, reallocateMemory and freeMemory";
    }

    /** The method rounds its argument up before the call: what was asked for is kept first. */
    private static void allocate(Body body) {
        int bytes = body.argument(0);
        body.beforeReturns(
                (code, after, result) -> {
                    constant(code, Binding.UNSAFE);
                    load(code, Type.LONG_TYPE, result);
                    load(code, Type.LONG_TYPE, bytes);
                    call(code, PROBE, "taken", "(IJJ)V");
                },
                Body.NOTHING);
    }

    private static void reallocate(Body body) {
        int address = body.argument(0);
        int bytes = body.argument(1);
        int old = body.local(OBJECT);
        body.atBegin((code, after) -> {
            load(code, Type.LONG_TYPE, address);
            load(code, Type.LONG_TYPE, bytes);
            call(code, PROBE, "reallocating", "(JJ)Ljava/lang/Object;");
            store(code, OBJECT, old);
        });
        body.beforeReturns(
                (code, after, result) -> {
                    constant(code, Binding.UNSAFE);
                    load(code, OBJECT, old);
                    load(code, Type.LONG_TYPE, address);
                    load(code, Type.LONG_TYPE, bytes);
                    load(code, Type.LONG_TYPE, result);
                    call(code, PROBE, "reallocated", "(ILjava/lang/Object;JJJ)V");
                },
                Body.NOTHING);
        body.beforeThrows(
                (code, after) -> {
                    load(code, OBJECT, old);
                    call(code, PROBE, "reallocationFailed", "(Ljava/lang/Object;)V");
                },
                Body.NOTHING);
    }

    private static void free(Body body) {
        int address = body.argument(0);
        body.atBegin((code, after) -> {
            constant(code, Binding.UNSAFE);
            load(code, Type.LONG_TYPE, address);
            call(code, PROBE, "freeing", "(IJ)V");
        });
    }
}
