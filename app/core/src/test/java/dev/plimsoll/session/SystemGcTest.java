package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.plimsoll.event.Frame;
import dev.plimsoll.timeline.Cycle;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A collection that somebody asked for tells who.
final class SystemGcTest {

    @TempDir
    private Path folder;

    @Test
    void theCallerStandsAtItsCycle() throws Exception {
        Path file = folder.resolve("called.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.enable("jdk.SystemGC").withStackTrace();
            recording.start();
            trim();
            recording.stop();
            recording.dump(file);
        }
        CompletableFuture<Snapshot> read = new CompletableFuture<>();
        try (Session session = PlaybackSession.open(file)) {
            session.onSnapshot(snapshot -> {
                if (!(snapshot.phase() instanceof Phase.Opening)) {
                    read.complete(snapshot);
                }
            });
            Snapshot whole = read.get(60, TimeUnit.SECONDS);
            List<Cycle> asked = whole.timeline().cycles().stream()
                    .filter(cycle -> cycle.cause().equals("System.gc()"))
                    .toList();
            assertFalse(asked.isEmpty());
            for (Cycle cycle : asked) {
                Frame site = Objects.requireNonNull(
                        whole.stacks().get(cycle.caller()).site());
                assertEquals("trim", site.method());
            }
        }
    }

    private static void trim() {
        System.gc();
    }
}
