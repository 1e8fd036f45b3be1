package dev.plimsoll.cli;

import dev.plimsoll.jfr.event.v1.BindingCoverage;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;

/// A recording of the contract's events, committed in the test's own JVM: what is in it is known to the byte.
final class RecordedHere {

    private RecordedHere() {}

    /// Records what `work` commits.
    static void write(Path file, Runnable work) throws IOException {
        try (Recording jfr = new Recording()) {
            jfr.enable(NativeAllocation.class).withStackTrace();
            jfr.enable(CallbackRegistered.class).withStackTrace();
            jfr.enable(NativeFree.class);
            jfr.enable(BindingCoverage.class);
            jfr.enable("jdk.JVMInformation");
            jfr.enable("jdk.ActiveSetting");
            jfr.start();
            work.run();
            jfr.stop();
            jfr.dump(file);
        }
    }

    static void allocate(long address, long bytes, double weight) {
        NativeAllocation event = new NativeAllocation();
        event.address = address;
        event.bytes = bytes;
        event.weight = weight;
        event.binding = "ffm";
        event.kind = "shared";
        event.commit();
    }

    static void free(long address) {
        NativeFree event = new NativeFree();
        event.address = address;
        event.binding = "ffm";
        event.cause = "explicit";
        event.commit();
    }

    static void register(long handle) {
        CallbackRegistered event = new CallbackRegistered();
        event.handle = handle;
        event.targetClass = "acme.Order.compare";
        event.binding = "ffm";
        event.lifetime = "shared";
        event.commit();
    }

    /// As the agent says of a binding whose library is not loaded.
    static void absent(String binding) {
        BindingCoverage event = new BindingCoverage();
        event.binding = binding;
        event.state = "absent";
        event.detail = "";
        event.version = "";
        event.commit();
    }
}
