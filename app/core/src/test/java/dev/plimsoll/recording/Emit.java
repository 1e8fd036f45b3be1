package dev.plimsoll.recording;

import dev.plimsoll.jfr.event.v1.BindingTotals;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.OwnerCollected;
import dev.plimsoll.jfr.event.v1.UntracedAllocation;
import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;

/// Commits the contract's real events in this JVM, so that the recorder writes them as it does in a target.
final class Emit {

    private Emit() {}

    static Recording started() {
        Recording recording = new Recording();
        for (String name : EventDecoder.names()) {
            recording.enable(name);
        }
        recording.start();
        return recording;
    }

    static Path dump(Recording recording, Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        recording.close();
        return file;
    }

    static void allocation(long address, long bytes, double weight, String binding) {
        NativeAllocation event = new NativeAllocation();
        event.address = address;
        event.bytes = bytes;
        event.weight = weight;
        event.binding = binding;
        event.kind = "buffer";
        event.ownerClass = "java.nio.ByteBuffer";
        event.commit();
    }

    static void untraced(long address, long bytes, String binding) {
        UntracedAllocation event = new UntracedAllocation();
        event.address = address;
        event.bytes = bytes;
        event.binding = binding;
        event.kind = "buffer";
        event.commit();
    }

    static void free(long address, String binding, String cause) {
        NativeFree event = new NativeFree();
        event.address = address;
        event.binding = binding;
        event.cause = cause;
        event.commit();
    }

    static void ownerCollected(long address, String binding, long seenMillis) {
        OwnerCollected event = new OwnerCollected();
        event.address = address;
        event.binding = binding;
        event.ownerClass = "java.nio.ByteBuffer";
        event.seen = seenMillis;
        event.cleanersRan = true;
        event.commit();
    }

    static void callback(long handle, String targetClass) {
        CallbackRegistered event = new CallbackRegistered();
        event.handle = handle;
        event.targetClass = targetClass;
        event.binding = "ffm";
        event.lifetime = "shared";
        event.commit();
    }

    static void totals(String binding, long bytes, long allocations, long frees) {
        BindingTotals event = new BindingTotals();
        event.binding = binding;
        event.allocatedBytes = bytes;
        event.allocations = allocations;
        event.frees = frees;
        event.commit();
    }
}
