package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What takes long can be stopped, and read another time.
final class GivenUpTest {

    @TempDir
    private Path folder;

    /// A disk that is as slow as the test likes.
    private static final class SlowDisk implements Executor {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable task) {
            waiting.add(task);
        }

        /// Does all that waits now, off the FX thread, and nothing that comes of it.
        void read() {
            for (int left = waiting(); left > 0; left--) {
                Runnable task = next();
                if (task != null) {
                    task.run();
                }
            }
        }

        private synchronized int waiting() {
            return waiting.size();
        }

        private synchronized @Nullable Runnable next() {
            return waiting.poll();
        }
    }

    @Test
    void theListOfTypesAndTheEventsOfOneAreGivenUpAndReadAgain() throws Exception {
        Path file = Ticks.write(folder.resolve("ticks.jfr"), 5_000);
        SlowDisk disk = new SlowDisk();
        EventPage page = new EventPage(disk);
        try (PageDesk desk = PageDesk.open(SampleSnapshots.empty(), page)) {
            desk.publish(Ticks.read(file));
            Desk.await("the offer", () -> Desk.shows("#events-cancel-list"));
            assertTrue(Desk.words().contains("Looking which events there are"), Desk.words());
            Desk.click("#events-cancel-list");
            assertTrue(Desk.words().contains("Reading was given up. Come back"), Desk.words());
            assertFalse(Desk.shows("#events-cancel-list"));

            Desk.run(page::left);
            desk.publish(Ticks.read(file));
            Desk.await("the offer", () -> Desk.shows("#events-cancel-list"));
            disk.read();
            Desk.await("the offer for the first type", () -> Desk.shows("#events-cancel"));
            assertTrue(Desk.words().contains("acme.Tick"), Desk.words());
            assertFalse(Desk.words().contains("Nothing to show"), "it is not known yet");
            assertFalse(Desk.shows("#event-field"), "there is nothing to draw yet");
            Desk.click("#events-cancel");
            assertTrue(Desk.words().contains("Reading was given up. Click the type"), Desk.words());
            assertFalse(Desk.shows("#events-cancel"));
        }
    }
}
