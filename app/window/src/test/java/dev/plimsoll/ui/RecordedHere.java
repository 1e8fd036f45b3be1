package dev.plimsoll.ui;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;

/// A real recording, written by this JVM and read to its end.
public final class RecordedHere {

    private RecordedHere() {}

    /// @param file written over
    /// @param run commits the events, all of ours and what the JDK says of collections
    public static Snapshot of(Path file, Runnable run) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.start();
            run.run();
            recording.stop();
            recording.dump(file);
        }
        return read(file);
    }

    public static Snapshot read(Path file) throws Exception {
        CompletableFuture<Snapshot> whole = new CompletableFuture<>();
        try (Session session = PlaybackSession.open(file)) {
            session.onSnapshot(snapshot -> {
                if (snapshot.phase() instanceof Phase.Playback) {
                    whole.complete(snapshot);
                }
            });
            return whole.get(20, TimeUnit.SECONDS);
        }
    }
}
