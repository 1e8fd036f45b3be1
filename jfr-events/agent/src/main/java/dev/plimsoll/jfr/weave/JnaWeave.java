package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.util.List;

/**
 * JNA 5. {@code Memory.malloc} and {@code free} are what JNA itself takes memory through; a {@code Memory} that is being
 * made is the owner, its views made by {@code share} are not. A callback's handle is the native structure that JNA frees;
 * its owner is JNA's own reference object, which JNA drops some time after the Java callback was collected: JNA holds
 * callbacks weakly.
 *
 * <p>Looked at with javap in 5.19.0 and run there. Not seen: {@code Native.malloc} and {@code Native.free} called directly,
 * for they are native; versions before 5.12, which freed in finalizers, have no {@code MemoryDisposer} but the same roots.
 */
final class JnaWeave implements LibraryFamily {

    private static final String MEMORY = "com/sun/jna/Memory";
    private static final String REFERENCE = "com/sun/jna/CallbackReference";
    private static final String POINTER = "Lcom/sun/jna/Pointer;";

    @Override
    public String binding() {
        return Binding.name(Binding.JNA);
    }

    @Override
    public String coordinates() {
        return "net.java.dev.jna:jna";
    }

    @Override
    public List<Point> points() {
        return List.of(
                Point.needed(MEMORY, "<init>", "(J)V", Roots.owning(Binding.JNA, Value.receiver())),
                Point.needed(MEMORY, "malloc", "(J)J", Roots.taken(Binding.JNA, Value.argument(0), Value.result())),
                Point.needed(MEMORY, "free", "(J)V", Roots.free(Binding.JNA, Value.argument(0))),
                Point.needed(
                        REFERENCE,
                        "<init>",
                        "(Lcom/sun/jna/Callback;IZ)V",
                        Registrations.registration(
                                Binding.JNA,
                                Value.argument(0),
                                Value.receiver().field("cbstruct", POINTER).field("peer", "J"),
                                Value.receiver(),
                                Registrations.OWNER)),
                Point.needed(
                        REFERENCE + "$CallbackReferenceDisposer",
                        "run",
                        "()V",
                        Registrations.release(
                                Value.receiver().field("cbstruct", POINTER).field("peer", "J"))),
                Point.optional(
                        REFERENCE + "$DefaultCallbackProxy",
                        "callback",
                        "([Ljava/lang/Object;)Ljava/lang/Object;",
                        Registrations.invocation(Value.receiver()
                                .field("this$0", "L" + REFERENCE + ";")
                                .field("cbstruct", POINTER)
                                .field("peer", "J"))));
    }

    @Override
    public String woven() {
        return "Memory and callbacks, those that are not mapped directly with their calls; not Native.malloc called directly,"
                + " and no calls into libraries: those that are mapped directly have no Java code to count them in";
    }
}
