package dev.plimsoll.session;

import dev.plimsoll.jfr.event.v1.BindingTotals;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.OwnerCollected;
import dev.plimsoll.jfr.event.v1.ResidentMemory;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Recording;

/// `SmallSeed FILE CHUNKS`: a recording with a few events of each kind, as small as one can be.
final class SmallSeed {

    private SmallSeed() {}

    public static void main(String[] args) throws Exception {
        try (Recording recording = new Recording()) {
            List<Class<? extends Event>> types = List.of(
                    NativeAllocation.class,
                    NativeFree.class,
                    OwnerCollected.class,
                    CallbackRegistered.class,
                    CallbackReleased.class,
                    BindingTotals.class,
                    ResidentMemory.class);
            types.forEach(recording::enable);
            recording.enable("jdk.GarbageCollection");
            recording.start();
            int chunks = Integer.parseInt(args[1]);
            for (int chunk = 0; chunk < chunks; chunk++) {
                for (int block = 0; block < 40; block++) {
                    allocate(chunk * 1_000 + block);
                }
                callback(chunk);
                System.gc();
                for (int block = 0; block < 30; block++) {
                    free(chunk * 1_000 + block);
                }
                if (chunk + 1 < chunks) {
                    // A second recording makes the recorder begin another chunk.
                    try (Recording rotation = new Recording()) {
                        rotation.start();
                    }
                }
            }
            recording.stop();
            recording.dump(Path.of(args[0]));
        }
    }

    private static void allocate(int block) {
        NativeAllocation event = new NativeAllocation();
        event.address = block * 64L;
        event.bytes = 17L + block;
        event.weight = block % 2 == 0 ? 1 : 3.75;
        event.binding = block % 3 == 0 ? "direct" : "ffm";
        event.kind = "shared";
        event.ownerClass = "java.lang.foreign.Arena";
        event.commit();
    }

    private static void free(int block) {
        NativeFree event = new NativeFree();
        event.address = block * 64L;
        event.binding = "ffm";
        event.cause = "explicit";
        event.commit();
    }

    private static void callback(int chunk) {
        CallbackRegistered registered = new CallbackRegistered();
        registered.handle = chunk;
        registered.targetClass = "demo.View.draw";
        registered.binding = "ffm";
        registered.lifetime = "shared";
        registered.commit();
        CallbackReleased released = new CallbackReleased();
        released.handle = chunk;
        released.binding = "ffm";
        released.commit();
        OwnerCollected collected = new OwnerCollected();
        collected.address = (chunk * 1_000 + 35) * 64L;
        collected.binding = "ffm";
        collected.seen = System.currentTimeMillis();
        collected.commit();
        BindingTotals totals = new BindingTotals();
        totals.binding = "ffm";
        totals.allocatedBytes = 4_099;
        totals.commit();
        ResidentMemory memory = new ResidentMemory();
        memory.rss = 48_000_001;
        memory.commit();
    }
}
