package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.HANDLES;
import static dev.plimsoll.jfr.weave.ProbeCalls.PROBE;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Cause;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.List;

/**
 * JavaFX. What Prism's {@code Disposer} must dispose of when a Java object was collected, or when it is told to: native
 * surfaces, renderers, shaders, textures. A record has no address that all kinds share, so the Java object is the key. The
 * pool of textures knows how large each one is: that is a second entry, of kind {@code texture}, with its bytes.
 *
 * <p>Looked at with javap in 21.0.5 and 26.0.2; run in 26.0.2, headless and in software. Not seen: fonts, whose disposer
 * runs in a loop that is never left, and media. Sizes other than those of pooled textures are not known.
 */
final class JavafxWeave implements LibraryFamily {

    private static final String IMPL = "com/sun/prism/impl/";
    private static final String DISPOSER = IMPL + "Disposer";
    private static final String POOL = IMPL + "BaseResourcePool";
    private static final String RESOURCE = IMPL + "ManagedResource";
    private static final String RECORD = "(Ljava/lang/Object;L" + DISPOSER + "$Record;)V";
    private static final String IDENTITY = "(Ljava/lang/Object;)J";

    @Override
    public String binding() {
        return Binding.name(Binding.JAVAFX);
    }

    @Override
    public String coordinates() {
        return "org.openjfx:javafx-graphics";
    }

    @Override
    public List<Point> points() {
        Value first = Value.argument(0);
        Value resource = Value.argument(0).field("resource", "Ljava/lang/Object;");
        int texture = Kind.of(Binding.JAVAFX, Kind.named("texture"));
        return List.of(
                Point.needed(
                        DISPOSER,
                        "add",
                        RECORD,
                        Roots.made(
                                Kind.of(Binding.JAVAFX, Kind.HANDLE),
                                Value.constant(0),
                                Value.probe(HANDLES, "identity", IDENTITY, Value.argument(1)),
                                first)),
                Point.needed(DISPOSER, "disposeUnreachables", "()V", disposes(Cause.CLEANER)),
                Point.needed(DISPOSER, "processDisposalQueue", "()V", disposes(Cause.EXPLICIT)),
                Point.optional(
                        POOL,
                        "resourceManaged",
                        "(L" + RESOURCE + ";)V",
                        Calls.onReturn(
                                PROBE,
                                "made",
                                "(IJJLjava/lang/Object;)V",
                                Value.number(texture),
                                Value.probe(HANDLES, "identity", IDENTITY, first),
                                Value.receiver().ask(IMPL + "ResourcePool", true, "size", IDENTITY, resource),
                                first)),
                Point.optional(
                        POOL,
                        "resourceFreed",
                        "(L" + RESOURCE + ";)V",
                        Calls.onBegin(
                                HANDLES,
                                "ending",
                                "(IJI)V",
                                Value.number(texture),
                                Value.probe(HANDLES, "identity", IDENTITY, first),
                                Value.number(Cause.EXPLICIT))));
    }

    private static Advice disposes(int cause) {
        return Calls.beforeCall(
                "dispose",
                HANDLES,
                "ending",
                "(Ljava/lang/Object;II)V",
                Value.number(Binding.JAVAFX),
                Value.number(cause));
    }

    @Override
    public String woven() {
        return "what Prism disposes of, and textures of its pool; not fonts";
    }
}
