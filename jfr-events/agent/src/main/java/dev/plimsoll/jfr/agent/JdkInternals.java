package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.probe.v1.CallbackTarget;
import dev.plimsoll.jfr.probe.v1.Canary;
import dev.plimsoll.jfr.probe.v1.Downcalls;
import dev.plimsoll.jfr.probe.v1.Pooled;
import dev.plimsoll.jfr.probe.v1.Session;
import java.lang.instrument.Instrumentation;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens what the probes look at inside java.base, and finds the C library's allocation functions. Whatever a JDK does not
 * have is one problem, and the probes do without.
 */
final class JdkInternals {

    private JdkInternals() {}

    static boolean hasFlightRecorder() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static void open(Instrumentation instrumentation) {
        Set<Module> us = Set.of(CallbackTarget.class.getModule(), JdkInternals.class.getModule());
        Map<String, Set<Module>> packages = Map.of("java.lang.invoke", us, "jdk.internal.ref", us, "java.nio", us);
        instrumentation.redefineModule(Object.class.getModule(), Set.of(), packages, packages, Set.of(), Map.of());
        try {
            CallbackTarget.open();
            Pooled.open();
        } catch (ReflectiveOperationException | RuntimeException e) {
            Session.problem();
        }
        try {
            Canary.use((Cleaner) Class.forName("jdk.internal.ref.CleanerFactory")
                    .getMethod("cleaner")
                    .invoke(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Session.problem();
        }
    }

    /** Through the linker's default lookup, which is not restricted; before JDK 22 there is none to ask. */
    static void findAllocationFunctions() {
        if (Runtime.version().feature() < 22) {
            return;
        }
        String[] names = Downcalls.names();
        long[] addresses = new long[names.length];
        try {
            Class<?> linker = Class.forName("java.lang.foreign.Linker");
            Class<?> lookupType = Class.forName("java.lang.foreign.SymbolLookup");
            Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
            Object lookup = linker.getMethod("defaultLookup")
                    .invoke(linker.getMethod("nativeLinker").invoke(null));
            for (int i = 0; i < names.length; i++) {
                Optional<?> found =
                        (Optional<?>) lookupType.getMethod("find", String.class).invoke(lookup, names[i]);
                if (found.isPresent()) {
                    addresses[i] = (long) segment.getMethod("address").invoke(found.get());
                }
            }
            Downcalls.watch(addresses);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Session.problem();
        }
    }
}
