package dev.plimsoll.bench;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/// `MomentRun FILE`: opens the recording and asks for the state at 200 moments drawn evenly over its length, in three
/// rounds; prints the milliseconds of the asking thread, of processor and by the clock, and the heap in use after a
/// collection.
public final class MomentRun {

    private static final int ROUNDS = 3;
    private static final int QUESTIONS = 200;

    private MomentRun() {}

    public static void main(String[] args) throws Exception {
        CompletableFuture<Snapshot> open = new CompletableFuture<>();
        long start = System.nanoTime();
        try (Session session = PlaybackSession.open(Path.of(args[0]));
                Session.Subscription _ = session.onSnapshot(snapshot -> {
                    if (!(snapshot.phase() instanceof Phase.Opening)) {
                        open.complete(snapshot);
                    }
                })) {
            open.get();
            Playback playback = session.playback().orElseThrow();
            System.out.printf("open after %,d ms%n", millis(System.nanoTime() - start));
            ask(playback, "first", 1);
            awaitSessionThread();
            System.out.printf("prepared after %,d ms%n", millis(System.nanoTime() - start));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf("heap %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            for (int round = 1; round <= ROUNDS; round++) {
                ask(playback, "round " + round, QUESTIONS);
            }
        }
        System.exit(0);
    }

    private static void ask(Playback playback, String what, int questions) {
        SplittableRandom random = new SplittableRandom(questions);
        long[] cpu = new long[questions];
        long[] wall = new long[questions];
        for (int i = 0; i < questions; i++) {
            long moment = random.nextLong(playback.start(), playback.end());
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long before = System.nanoTime();
            if (playback.at(moment, () -> false).ledger().stacks().isEmpty()) {
                throw new IllegalStateException("nothing at " + moment);
            }
            wall[i] = System.nanoTime() - before;
            cpu[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
        }
        System.out.printf("%-8s cpu %s, wall %s%n", what, spread(cpu), spread(wall));
    }

    private static String spread(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                "median %d, p95 %d, max %d ms",
                millis(nanos[nanos.length / 2]),
                millis(nanos[nanos.length * 95 / 100]),
                millis(nanos[nanos.length - 1]));
    }

    private static long millis(long nanos) {
        return Math.round(nanos / 1e6);
    }

    /// The session's thread prepares the looking back and then ends.
    private static void awaitSessionThread() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("plimsoll-session")) {
                thread.join();
            }
        }
    }
}
