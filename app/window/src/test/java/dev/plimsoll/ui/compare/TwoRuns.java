package dev.plimsoll.ui.compare;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.RecordedHere;
import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.Recording;

/// Two recordings of this JVM, before and after a change: one cache shrank, one pool is new, one line is gone.
final class TwoRuns {

    static final long MIB = 1024 * 1024;

    private long address = 4096;

    static Path before(Path folder) throws IOException {
        TwoRuns run = new TwoRuns();
        return write(folder.resolve("before.jfr"), () -> {
            run.upload(412 * MIB);
            run.decode(152 * MIB);
            run.grow(44 * MIB);
            run.legacy(20 * MIB);
        });
    }

    static Path after(Path folder) throws IOException {
        TwoRuns run = new TwoRuns();
        return write(folder.resolve("after.jfr"), () -> {
            run.upload(24 * MIB);
            run.acquire(40 * MIB);
            run.decode(188 * MIB);
            run.grow(44 * MIB);
        });
    }

    /// Read to its end.
    static Snapshot read(Path file) throws Exception {
        return RecordedHere.read(file);
    }

    private static Path write(Path file, Runnable run) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(NativeAllocation.class);
            recording.start();
            run.run();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    private void upload(long bytes) {
        allocation(bytes).commit();
    }

    private void decode(long bytes) {
        allocation(bytes).commit();
    }

    private void grow(long bytes) {
        allocation(bytes).commit();
    }

    private void acquire(long bytes) {
        allocation(bytes).commit();
    }

    private void legacy(long bytes) {
        allocation(bytes).commit();
    }

    private NativeAllocation allocation(long bytes) {
        return NativeEvents.allocation("ffm", "confined", address += 4096, bytes);
    }
}
