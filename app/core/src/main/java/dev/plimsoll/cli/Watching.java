package dev.plimsoll.cli;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Waits for a session, with what it does on the terminal.
final class Watching {

    private Watching() {}

    /// From here on a wait is long enough for a word about it.
    private static final long LONG_MILLIS = 500;

    /// Waits until the session is live, played back or ended. On a terminal it shows how far it is; elsewhere it says
    /// one line when it takes long.
    ///
    /// @param doing the line
    /// @throws CommandException with the session's own sentence when it could not be opened
    static Snapshot open(Session session, String doing, Terminal terminal)
            throws CommandException, InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        Session.Subscription watch = session.onSnapshot(snapshot -> {
            if (snapshot.phase() instanceof Phase.Opening opening) {
                terminal.progress(words(opening));
            } else {
                opened.countDown();
            }
        });
        try {
            if (!terminal.live() && !opened.await(LONG_MILLIS, TimeUnit.MILLISECONDS)) {
                terminal.say(doing);
            }
            opened.await();
        } finally {
            watch.close();
            terminal.clear();
        }
        Snapshot snapshot = session.snapshot();
        if (snapshot.phase() instanceof Phase.Failed failed) {
            throw new CommandException(failed.sentence());
        }
        return snapshot;
    }

    /// Waits for `time`, or until the session has ended.
    static void until(Session session, Duration time, String doing, Terminal terminal) throws InterruptedException {
        Predicate<Snapshot> over = snapshot -> snapshot.phase() instanceof Phase.Ended;
        CountDownLatch ended = new CountDownLatch(1);
        Session.Subscription watch = session.onSnapshot(snapshot -> {
            if (over.test(snapshot)) {
                ended.countDown();
            }
        });
        try {
            countdown(ended, time, doing, terminal);
        } finally {
            watch.close();
        }
    }

    /// Waits for `time`, or until the latch opens, and says each second how far it is. Returns whether it opened.
    static boolean countdown(CountDownLatch latch, Duration time, String doing, Terminal terminal)
            throws InterruptedException {
        long start = System.nanoTime();
        long left = time.toNanos();
        boolean opened = false;
        while (!opened && left > 0) {
            terminal.progress(
                    "%s: %d of %d s".formatted(doing, (System.nanoTime() - start) / 1_000_000_000, time.toSeconds()));
            opened = latch.await(Math.min(left, 1_000_000_000), TimeUnit.NANOSECONDS);
            left = time.toNanos() - (System.nanoTime() - start);
        }
        terminal.clear();
        return opened;
    }

    private static String words(Phase.Opening opening) {
        return opening.done() < 0
                ? opening.doing()
                : "%s: %d %%".formatted(opening.doing(), Math.round(100 * opening.done()));
    }
}
