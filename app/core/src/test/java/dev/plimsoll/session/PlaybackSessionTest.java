package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.ResidentMemory;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.RangeMetric;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.recording.RecordingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording of one leak in three acts: 300 blocks come, 200 of them go with a collection between, 7 large ones
/// come.
class PlaybackSessionTest {

    private static final long SMALL = 1_009;
    private static final long LARGE = 1_000_003;

    @TempDir
    static Path dir;

    private static Path file = Path.of("");

    @BeforeAll
    static void record() throws Exception {
        file = dir.resolve("leak.jfr");
        try (Recording recording = new Recording()) {
            for (String name : List.of("GarbageCollection", "GCHeapSummary", "JVMInformation")) {
                recording.enable("jdk." + name);
            }
            recording.enable(NativeAllocation.class);
            recording.enable(NativeFree.class);
            recording.enable(ResidentMemory.class);
            recording.start();
            for (int block = 1; block <= 300; block++) {
                allocate(block, SMALL);
            }
            System.gc();
            for (int block = 1; block <= 200; block++) {
                free(block);
            }
            System.gc();
            for (int block = 301; block <= 307; block++) {
                allocate(block, LARGE);
            }
            recording.stop();
            recording.dump(file);
        }
    }

    /// All events, with their stacks in the logbook's table.
    private static List<NativeEvent> events(Logbook logbook) throws Exception {
        List<NativeEvent> events = new ArrayList<>();
        RecordingReader.read(file, logbook.stacks(), (columns, done) -> events.addAll(columns.events()));
        return events;
    }

    private static void allocate(int block, long bytes) {
        NativeAllocation event = new NativeAllocation();
        event.address = block * 4096L;
        event.bytes = bytes;
        event.weight = 1;
        event.binding = "ffm";
        event.kind = "shared";
        event.commit();
    }

    private static void free(int block) {
        NativeFree event = new NativeFree();
        event.address = block * 4096L;
        event.binding = "ffm";
        event.cause = "explicit";
        event.commit();
    }

    private static Snapshot opened(Session session) throws Exception {
        CompletableFuture<Snapshot> open = new CompletableFuture<>();
        try (Session.Subscription _ = session.onSnapshot(snapshot -> {
            if (!(snapshot.phase() instanceof Phase.Opening)) {
                open.complete(snapshot);
            }
        })) {
            return open.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void everyMomentIsWhatALiveSessionWouldHaveShown() throws Exception {
        try (Session session = PlaybackSession.open(file)) {
            Snapshot end = opened(session);
            assertInstanceOf(Phase.Playback.class, end.phase());
            Playback playback = session.playback().orElseThrow();
            List<NativeEvent> events = events(Logbook.forgetting(end.subject()));
            for (int i = 0; i < events.size(); i += 37) {
                long time = events.get(i).time();
                Logbook live = Logbook.forgetting(end.subject());
                live.enter(events(live).stream()
                        .filter(event -> event.time() <= time)
                        .toList());
                Snapshot shown = live.take(new Phase.Live());
                LedgerSnapshot expected = shown.ledger();
                Snapshot then = playback.at(time, () -> false);
                assertEquals(expected.liveBytes(), then.ledger().liveBytes());
                assertEquals(blocks(expected.blocks()), blocks(then.ledger().blocks()));
                assertEquals(expected.blocks().size(), then.ledger().blocks().size());
                assertEquals(time, then.timeline().end());
                assertEquals(lanes(shown), lanes(then));
                assertTrue(then.timeline().cycles().stream().allMatch(cycle -> cycle.start() <= time));
            }
            assertEquals(100 * SMALL + 7 * LARGE, end.ledger().liveBytes().value());
            assertEquals(events.getLast().time(), playback.end());
        }
    }

    /// What each binding's lane ends with.
    private static Map<String, Double> lanes(Snapshot snapshot) {
        Map<String, Double> lanes = new HashMap<>();
        snapshot.timeline().nativeLive().forEach(lane -> lanes.put(lane.name(), lane.last()));
        return lanes;
    }

    private static Map<Long, Long> blocks(BlockTable table) {
        Map<Long, Long> blocks = new HashMap<>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            blocks.put(table.address(row), table.bytes(row));
        }
        return blocks;
    }

    @Test
    void aRangeAnswersForWhatCameWentAndStayed() throws Exception {
        try (Session session = PlaybackSession.open(file)) {
            opened(session);
            Playback playback = session.playback().orElseThrow();
            long[] cycles = collections(playback);
            List<RangeSums> first = playback.between(playback.start() - 1, cycles[0], () -> false);
            assertEquals(300 * SMALL, sum(first, RangeMetric.ALLOCATED));
            assertEquals(300 * SMALL, sum(first, RangeMetric.LEAKED));
            assertEquals(0, sum(first, RangeMetric.FREED));
            List<RangeSums> second = playback.between(cycles[0], cycles[1], () -> false);
            assertEquals(0, sum(second, RangeMetric.ALLOCATED));
            assertEquals(200 * SMALL, sum(second, RangeMetric.FREED));
            assertEquals(100 * SMALL, sum(second, RangeMetric.LIVE));
            List<RangeSums> third = playback.between(cycles[1], playback.end(), () -> false);
            assertEquals(7 * LARGE, sum(third, RangeMetric.LEAKED));
            assertEquals(100 * SMALL + 7 * LARGE, sum(third, RangeMetric.LIVE));
            assertEquals(
                    7, third.stream().mapToDouble(s -> s.leakedBlocks().value()).sum());
            BlockTable blocks = session.snapshot().ledger().blocks();
            long last = 0;
            for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
                last = Math.max(last, blocks.allocated(row));
            }
            assertEquals(last, playback.peak(), "the last block makes the peak");
        }
    }

    /// Starts of the two that were asked for; the JVM may collect more often.
    private static long[] collections(Playback playback) {
        return playback.timeline().cycles().stream()
                .filter(cycle -> cycle.cause().equals("System.gc()"))
                .mapToLong(cycle -> cycle.start())
                .toArray();
    }

    private static long sum(List<RangeSums> sums, RangeMetric metric) {
        return Math.round(
                sums.stream().mapToDouble(s -> s.bytes(metric).value()).sum());
    }

    @Test
    void thePlayheadMovesAllPages() throws Exception {
        try (Session session = PlaybackSession.open(file)) {
            opened(session);
            Playback playback = session.playback().orElseThrow();
            playback.seek(playback.start());
            playback.step(Playback.Stop.GC, true);
            long before;
            do {
                before = playback.state().position();
                playback.step(Playback.Stop.GC, true);
            } while (playback.state().position() < collections(playback)[1]);
            long position = playback.state().position();
            assertTrue(position > before && position < playback.end());
            CompletableFuture<Snapshot> shown = new CompletableFuture<>();
            try (Session.Subscription _ = session.onSnapshot(snapshot -> {
                if (snapshot.ledger().time() == position) {
                    shown.complete(snapshot);
                }
            })) {
                Snapshot then = shown.get(30, TimeUnit.SECONDS);
                assertEquals(100 * SMALL, then.ledger().liveBytes().value());
                assertEquals(position, then.timeline().end());
            }
            playback.step(Playback.Stop.GC, false);
            assertEquals(before, playback.state().position());
        }
    }

    @Test
    void theFilmRunsAtItsSpeedAndLoops() throws Exception {
        try (Session session = PlaybackSession.open(file)) {
            Snapshot end = opened(session);
            Logbook logbook = Logbook.remembering(end.subject());
            logbook.enter(events(logbook));
            Rewind rewind = new Rewind(logbook.past(), logbook.marks(), logbook.take(new Phase.Playback()));
            AtomicLong clock = new AtomicLong();
            List<Playback.State> states = new ArrayList<>();
            Film film = new Film(rewind, snapshot -> {}, clock::get);
            try {
                film.onState(states::add);
                long length = film.end() - film.start();
                assertEquals(new Playback.State(film.end(), false, 1, null), film.state());
                film.speed(1_000);
                assertEquals(Playback.FASTEST, film.state().speed());
                film.play();
                assertEquals(film.start(), film.state().position());
                clock.addAndGet(length / 400);
                film.tick();
                assertEquals(film.start() + length / 400 * 100, film.state().position());
                film.speed(0.1);
                clock.addAndGet(1_000);
                film.tick();
                assertEquals(
                        film.start() + length / 400 * 100 + 1_000, film.state().position());
                clock.addAndGet(length);
                film.tick();
                assertEquals(new Playback.State(film.end(), false, 1, null), film.state());

                Playback.Range loop = new Playback.Range(film.start() + length / 4, film.start() + length / 2);
                film.loop(loop);
                film.play();
                assertEquals(loop.from(), film.state().position());
                clock.addAndGet(loop.to() - loop.from());
                film.tick();
                assertEquals(new Playback.State(loop.from(), true, 1, loop), film.state());
                film.pause();
                assertFalse(film.state().playing());
                assertEquals(film.state(), states.getLast());
            } finally {
                film.close();
            }
        }
    }

    @Test
    void aFilmThatBreaksSaysSo() throws Exception {
        try (Session session = PlaybackSession.open(file)) {
            Snapshot end = opened(session);
            Logbook logbook = Logbook.remembering(end.subject());
            logbook.enter(events(logbook));
            Rewind rewind = new Rewind(logbook.past(), logbook.marks(), logbook.take(new Phase.Playback()));
            CompletableFuture<Snapshot> said = new CompletableFuture<>();
            AtomicLong pictures = new AtomicLong();
            Film film = new Film(
                    rewind,
                    snapshot -> {
                        if (pictures.getAndIncrement() == 0) {
                            throw new IllegalStateException("no screen");
                        }
                        said.complete(snapshot);
                    },
                    System::nanoTime);
            try {
                film.play();
                Phase.Playback phase = assertInstanceOf(
                        Phase.Playback.class, said.get(30, TimeUnit.SECONDS).phase());
                assertEquals(
                        "The film stopped (java.lang.IllegalStateException: no screen);"
                                + " open the recording again to go on.",
                        phase.remarks().getLast());
                assertFalse(film.state().playing());
            } finally {
                film.close();
            }
        }
    }

    @Test
    void aSessionThatFailedHasNoTransport() throws Exception {
        Path text = Files.writeString(dir.resolve("text.jfr"), "not a recording");
        try (Session session = PlaybackSession.open(text)) {
            Phase.Failed failed =
                    assertInstanceOf(Phase.Failed.class, opened(session).phase());
            assertTrue(failed.sentence().contains("is not a flight recording"), failed::sentence);
            assertTrue(session.playback().isEmpty());
        }
    }
}
