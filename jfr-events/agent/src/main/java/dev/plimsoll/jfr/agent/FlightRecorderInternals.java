package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.probe.v1.Session;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the flight recorder can do but does not offer: a private repository and deeper stacks before it starts, and a flush
 * at any time. All by reflection, for 17 and 25 spell it differently; where a piece is missing, the recorder's own
 * behaviour stays and the desk is told.
 */
final class FlightRecorderInternals {

    private static final String INTERNAL = "jdk.jfr.internal.";

    private @Nullable Method flush;
    private @Nullable Object metadata;

    FlightRecorderInternals(Instrumentation instrumentation) {
        try {
            open(instrumentation, Class.forName("jdk.jfr.Recording").getModule());
        } catch (ClassNotFoundException | RuntimeException e) {
            // What is not open is not found below, one by one.
            Session.problem();
        }
    }

    /**
     * To be called once the recorder runs. The flush is the one that the recorder's own periodic task makes, under its lock:
     * {@code JVM.flush()} without it was seen to hang on JDK 17, where two threads then wait for the recorder's answer and one
     * is never woken.
     */
    void findFlush() {
        try {
            Class<?> type = Class.forName(INTERNAL + "MetadataRepository");
            metadata = type.getMethod("getInstance").invoke(null);
            flush = type.getMethod("flush");
        } catch (ReflectiveOperationException | RuntimeException e) {
            flush = null;
        }
    }

    private static void open(Instrumentation instrumentation, Module recorder) {
        Set<Module> us = Set.of(FlightRecorderInternals.class.getModule());
        Map<String, Set<Module>> packages = Map.of("jdk.jfr.internal", us);
        instrumentation.redefineModule(recorder, Set.of(), packages, packages, Set.of(), Map.of());
    }

    boolean canFlush() {
        return flush != null;
    }

    /** Makes what was recorded so far visible to readers of the repository. */
    void flush() throws ReflectiveOperationException {
        if (flush != null) {
            flush.invoke(metadata);
        }
    }

    /**
     * Puts the repository of a recorder that has not started into a directory.
     *
     * @return whether it could be done
     */
    boolean useRepository(Path directory) {
        try {
            Class<?> type = Class.forName(INTERNAL + "Repository");
            Object repository = type.getMethod("getRepository").invoke(null);
            for (Method method : type.getMethods()) {
                if (method.getName().equals("setBasePath")) {
                    Class<?> path = method.getParameterTypes()[0];
                    Object base = path == Path.class
                            ? directory
                            : path.getConstructor(Path.class).newInstance(directory);
                    method.invoke(repository, base);
                    return true;
                }
            }
            return false;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Sets how many frames a stack holds. Never once the recorder has started: that ends a JVM 17 with a crash.
     *
     * @return whether it could be done
     */
    boolean useStackDepth(int frames) {
        try {
            Class.forName(INTERNAL + "Options")
                    .getMethod("setStackDepth", Integer.class)
                    .invoke(null, frames);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
