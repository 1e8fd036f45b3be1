package dev.plimsoll.recording;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/// Wakes the JDK's chunk parser, which otherwise looks for a new flush once a second. The call is internal
/// (`jdk.jfr.internal.util.Utils.notifyFlush`, exported to us at the start of the program); without it everything works
/// at one second.
final class FlushBell {

    private final MethodHandle ring;

    private FlushBell(MethodHandle ring) {
        this.ring = ring;
    }

    /// Empty when this JVM does not offer the call.
    static Optional<FlushBell> find() {
        try {
            Class<?> utils = Class.forName("jdk.jfr.internal.util.Utils");
            return Optional.of(new FlushBell(
                    MethodHandles.lookup().findStatic(utils, "notifyFlush", MethodType.methodType(void.class))));
        } catch (ReflectiveOperationException notOffered) {
            return Optional.empty();
        }
    }

    void ring() {
        try {
            ring.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
