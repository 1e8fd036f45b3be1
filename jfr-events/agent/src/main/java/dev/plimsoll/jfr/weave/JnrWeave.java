package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.List;

/**
 * jnr-ffi and the jffi below it. Memory above 256 bytes is a block of its own whose object frees it in a finalizer;
 * smaller pieces are cut from pages that a thread keeps, which are one block of kind {@code chunk} and are given back when
 * no piece of them is held any more. A closure's slot is given to the next one when its Java object was collected: that
 * object is its owner. Each call from native code asks for that object.
 *
 * <p>Looked at with javap in jnr-ffi 2.2.17 and jffi 1.3.13, run there. Not followed: the small pieces themselves, and
 * closures that are made with jffi's ClosureManager directly.
 */
final class JnrWeave implements LibraryFamily {

    private static final String MEMORY = "com/kenai/jffi/MemoryIO";
    private static final String PROVIDER = "jnr/ffi/provider/jffi/";
    private static final String TRANSIENT = PROVIDER + "TransientNativeMemory";
    private static final String FACTORY = PROVIDER + "NativeClosureFactory";
    private static final String CLOSURE = PROVIDER + "NativeClosurePointer";

    @Override
    public String binding() {
        return Binding.name(Binding.JNR);
    }

    @Override
    public String coordinates() {
        return "com.github.jnr:jnr-ffi";
    }

    @Override
    public List<Point> points() {
        Value page = Value.receiver().field("page", "J");
        Value closure = Value.receiver().field("pointer", "L" + CLOSURE + ";").ask(CLOSURE, false, "address", "()J");
        Value called = Value.receiver().field("closureReference", "Ljava/lang/ref/Reference;");
        String reference = FACTORY + "$ClosureReference";
        return List.of(
                Point.needed(
                        TRANSIENT,
                        "allocate",
                        "(Ljnr/ffi/Runtime;JIZ)L" + PROVIDER + "DirectMemoryIO;",
                        Roots.owning(Binding.JNR, Value.result())),
                Point.needed(
                        TRANSIENT + "$Magazine",
                        "<init>",
                        "(L" + TRANSIENT + "$Sentinel;Lcom/kenai/jffi/PageManager;JI)V",
                        Roots.made(
                                Kind.of(Binding.JNR, Kind.CHUNK),
                                Value.difference(Value.receiver().field("end", "J"), page),
                                page,
                                Value.argument(0))),
                Point.needed(TRANSIENT + "$Magazine", "finalizeReferent", "()V", Roots.free(Binding.JNR, page)),
                Point.needed(
                        MEMORY, "allocateMemory", "(JZ)J", Roots.taken(Binding.JNR, Value.argument(0), Value.result())),
                Point.needed(MEMORY, "freeMemory", "(J)V", Roots.free(Binding.JNR, Value.argument(0))),
                Point.needed(
                        reference,
                        "<init>",
                        "(L" + FACTORY + ";Ljava/lang/Object;Ljava/lang/Integer;L" + FACTORY + ";L" + CLOSURE + ";)V",
                        Registrations.registration(
                                Binding.JNR, Value.argument(1), closure, Value.argument(1), Registrations.OWNER)),
                Point.needed(reference, "finalizeReferent", "()V", Registrations.release(closure)),
                Point.optional(
                        PROVIDER + "NativeClosureProxy",
                        "getCallable",
                        "()Ljava/lang/Object;",
                        Registrations.invocation(
                                called.as(reference)
                                        .ask(reference, false, "getPointer", "()Ljnr/ffi/Pointer;")
                                        .ask("jnr/ffi/Pointer", false, "address", "()J"),
                                Condition.isA(called, reference))));
    }

    @Override
    public String woven() {
        return "memory above 256 bytes, the pages below it, and closures with their calls";
    }
}
