package dev.plimsoll.ui.event;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timespan;

/// A recording with events of an application's own, which Plimsoll has never heard of.
final class Ticks {

    private Ticks() {}

    @Name("acme.Tick")
    @Label("Tick")
    static final class Tick extends Event {
        @Label("Number")
        int number;

        @DataAmount
        @Label("Payload")
        long payload;

        @Timespan(Timespan.MILLISECONDS)
        @Label("Wait")
        long wait;

        @Label("Load")
        double load;

        @Label("Route")
        String route = "";

        @Label("Kept")
        boolean kept;
    }

    @Name("acme.Alarm")
    static final class Alarm extends Event {
        String reason = "";
    }

    /// `count` ticks, number n with a payload of 1,024 n, and three alarms.
    static Path write(Path file, int count) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(Tick.class).withStackTrace();
            recording.enable(Alarm.class);
            recording.start();
            for (int i = 0; i < count; i++) {
                tick(i);
            }
            for (int i = 0; i < 3; i++) {
                Alarm alarm = new Alarm();
                alarm.reason = "alarm " + i;
                alarm.commit();
            }
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    static void tick(int number) {
        Tick tick = new Tick();
        tick.number = number;
        tick.payload = 1_024L * number;
        tick.wait = number % 7;
        tick.load = number / 4.0;
        tick.route = number % 3 == 0 ? "harbour" : "sea";
        tick.kept = number % 2 == 0;
        tick.commit();
    }

    static Snapshot read(Path file) throws Exception {
        CompletableFuture<Snapshot> whole = new CompletableFuture<>();
        try (Session session = PlaybackSession.open(file)) {
            session.onSnapshot(snapshot -> {
                if (!(snapshot.phase() instanceof Phase.Opening)) {
                    whole.complete(snapshot);
                }
            });
            return whole.get(20, TimeUnit.SECONDS);
        }
    }
}
