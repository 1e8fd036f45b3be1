package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.List;

/**
 * Skija. Each Java object that owns a native one has a thunk with its address, which runs once: from {@code close}, or from
 * Skija's cleaner when the object was collected. Several objects may own the same native one, which counts them, so each
 * is a handle of its own; objects that only borrow have no thunk. Nobody in Java knows the sizes.
 *
 * <p>Looked at with javap in 0.143.17 and run there. Not seen: what a native object holds beyond its handle, and what Skia
 * caches.
 */
final class SkijaWeave implements LibraryFamily {

    private static final String SHARES = "dev/plimsoll/jfr/probe/v1/Shares";
    private static final String MANAGED = "io/github/humbleui/skija/impl/Managed";
    private static final String THUNK = MANAGED + "$CleanerThunk";

    @Override
    public String binding() {
        return Binding.name(Binding.SKIJA);
    }

    @Override
    public String coordinates() {
        return "io.github.humbleui:skija-shared";
    }

    @Override
    public List<Point> points() {
        Value pointer = Value.receiver().field("_ptr", "J");
        String share = "(IJLjava/lang/Object;)V";
        Value number = Value.number(Binding.SKIJA);
        return List.of(
                Point.needed(
                        MANAGED,
                        "<init>",
                        "(JJZ)V",
                        Roots.owning(Kind.of(Binding.SKIJA, Kind.HANDLE), Value.receiver())),
                Point.needed(
                        THUNK,
                        "<init>",
                        "(Ljava/lang/String;JJ)V",
                        Calls.onReturn(SHARES, "taken", share, number, pointer, Value.receiver())),
                Point.needed(
                        THUNK,
                        "run",
                        "()V",
                        Calls.onBegin(SHARES, "freeing", share, number, pointer, Value.receiver())));
    }

    @Override
    public String woven() {
        return "native objects that a Java object owns; their sizes are not known";
    }
}
