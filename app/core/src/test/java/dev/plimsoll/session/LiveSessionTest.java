package dev.plimsoll.session;

import static dev.plimsoll.session.Awaiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.timeline.Cycle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A session on real JVMs with the real agent.
final class LiveSessionTest {

    @TempDir
    private Path dir;

    /// Keeps 311 buffers of 1,013 bytes and gives 97 of 4,099 back, each time it is told to.
    private static final String KEEPER = """
            public class Keeper {
                static final java.util.List<Object> kept = new java.util.ArrayList<>();
                public static void main(String[] args) throws Exception {
                    var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                    field.setAccessible(true);
                    var unsafe = (sun.misc.Unsafe) field.get(null);
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        for (int i = 0; i < 311; i++) {
                            keep();
                        }
                        for (int i = 0; i < 97; i++) {
                            unsafe.invokeCleaner(java.nio.ByteBuffer.allocateDirect(4099));
                        }
                        System.gc();
                        System.out.println("done");
                    }
                }
                static void keep() {
                    kept.add(java.nio.ByteBuffer.allocateDirect(1013));
                }
            }
            """;

    @Test
    void theLineThatIsLeastCertainCanBeRecordedBlockByBlock() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, KEEPER, "--add-modules", "jdk.unsupported");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Every(997)))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());
            Snapshot sampled = await(
                    session,
                    snapshot -> direct(snapshot) != null && direct(snapshot).allocations() == 408);
            Stack keep = sampled.stacks()
                    .get(ExactLine.leastCertain(sampled).orElseThrow().key().stack());
            Frame line = Objects.requireNonNull(keep.site());
            assertEquals("Keeper.keep", line.name());

            Sampling exact = ExactLine.of(sampled, "direct", line);
            assertEquals(new Sampling.ExactFor("direct", List.of(1_013L)), exact);
            session.sampling(exact);
            await(session, snapshot -> snapshot.health().mode().equals("adaptive"));
            double variance = direct(session.snapshot()).liveBytes().variance();
            double blocks = direct(session.snapshot()).liveBlocks().value();
            child.say("go");
            assertEquals("done", child.line());
            Snapshot after = await(session, snapshot -> direct(snapshot).allocations() == 816);
            assertEquals(blocks + 311, direct(after).liveBlocks().value(), 1e-9);
            assertEquals(variance, direct(after).liveBytes().variance(), 1e-6);
        }
    }

    /// While nobody looks at most one snapshot in fifteen seconds is made, however much comes; then all is there.
    @Test
    void whileNobodyLooksLittleIsDoneAndNothingIsLost() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, KEEPER, "--add-modules", "jdk.unsupported");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            session.watched(false);
            long begin = System.nanoTime();
            AtomicInteger published = new AtomicInteger(-1);
            try (Session.Subscription _ = session.onSnapshot(snapshot -> published.incrementAndGet())) {
                for (int round = 0; round < 37; round++) {
                    child.say("go");
                    assertEquals("done", child.line());
                }
                Snapshot seen = await(
                        session,
                        snapshot -> direct(snapshot) != null
                                && direct(snapshot).allocations() == 37 * 408
                                && direct(snapshot).liveBlocks().value() == 37 * 311);
                int made = published.get();
                long times = (System.nanoTime() - begin) / 15_000_000_000L;
                assertTrue(made <= times + 1, () -> made + " snapshots in " + times + " times fifteen seconds");
                session.watched(true);
                child.say("go");
                assertEquals("done", child.line());
                await(session, snapshot -> direct(snapshot).liveBlocks().value() == 38 * 311);
                assertTrue(session.snapshot().version() > seen.version());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void everyByteOfTheTargetIsInTheSnapshot(int jdk) throws Exception {
        try (ChildJvm child = ChildJvm.start(jdk, KEEPER, "--add-modules", "jdk.unsupported");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());

            Snapshot seen = await(
                    session,
                    snapshot -> direct(snapshot) != null
                            && direct(snapshot).allocations() == 408
                            && direct(snapshot).liveBlocks().value() == 311
                            && !snapshot.timeline().cycles().isEmpty()
                            && snapshot.timeline().rss().size() > 0);

            BindingSums direct = direct(seen);
            assertEquals(311 * 1013, direct.liveBytes().value());
            assertTrue(direct.liveBytes().exact());
            assertEquals(311 * 1013 + 97 * 4099, direct.allocatedBytes());
            assertEquals(97, direct.frees());
            Site first = Sites.of(seen.ledger(), seen.stacks()).getFirst();
            Frame frame = first.frame();
            assertEquals("Keeper.keep", frame == null ? "" : frame.name());
            assertEquals(child.pid(), seen.subject().pid());
            assertTrue(
                    seen.timeline().rss().last() > 10 << 20,
                    "RSS " + seen.timeline().rss());
        }
    }

    @Test
    void theHeapIsKnownBeforeTheFirstCycle() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, ChildJvm.IDLE, "-Xms37m");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Adaptive()))) {
            Snapshot seen = await(
                    session, snapshot -> snapshot.timeline().heapCommitted().size() > 0);
            assertTrue(seen.timeline().heapCommitted().last() >= 37 << 20, () -> "" + seen.timeline());
            assertTrue(seen.timeline().heapUsed().last() > 0);
        }
    }

    @Test
    void aKilledTargetEndsTheSessionAndWhatWasSeenStays() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, KEEPER);
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());
            await(
                    session,
                    snapshot -> direct(snapshot) != null
                            && direct(snapshot).liveBlocks().value() == 311);
            try (Session back = session.rewind()) {
                Snapshot then = await(back, snapshot -> snapshot.phase() instanceof Phase.Playback);
                assertEquals(311, direct(then).liveBlocks().value());
                Playback playback = back.playback().orElseThrow();
                assertTrue(direct(playback.at(playback.peak(), () -> false))
                                .liveBytes()
                                .value()
                        > 311 * 1013);
            }

            child.kill();

            Snapshot last = await(session, snapshot -> snapshot.phase() instanceof Phase.Ended);
            assertEquals(new Phase.Ended("Process " + child.pid() + " ended."), last.phase());
            assertEquals(311, direct(last).liveBlocks().value());
            Path saved = dir.resolve("saved.jfr");
            session.save(saved, Portion.ALL);
            try (Session again = PlaybackSession.open(saved)) {
                Snapshot whole = await(again, snapshot -> snapshot.phase() instanceof Phase.Playback);
                assertEquals(311, direct(whole).liveBlocks().value());
            }
            session.save(saved, new Portion(Long.MIN_VALUE, Long.MAX_VALUE, Set.of("no such binding")));
            try (Session again = PlaybackSession.open(saved)) {
                Snapshot part = await(again, snapshot -> snapshot.phase() instanceof Phase.Playback);
                assertEquals(0, part.ledger().blocks().size());
            }
        }
    }

    /// Drops 307 buffers of 1,009 bytes and has them collected, each time it is told to.
    private static final String DROPPER = """
            public class Dropper {
                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        for (int i = 0; i < 307; i++) {
                            java.nio.ByteBuffer.allocateDirect(1009);
                        }
                        System.gc();
                        System.out.println("done");
                    }
                }
            }
            """;

    @ParameterizedTest
    @CsvSource({"17, -XX:+UseG1GC", "25, -XX:+UseG1GC", "25, -XX:+UseSerialGC", "25, -XX:+UseZGC"})
    void whatAnOwnersDeathSetsFreeBelongsToItsCycle(int jdk, String collector) throws Exception {
        try (ChildJvm child = ChildJvm.start(jdk, DROPPER, collector, "-Xmx256m");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());

            Snapshot seen = await(
                    session,
                    snapshot -> direct(snapshot) != null
                            && direct(snapshot).allocations() == 307
                            && direct(snapshot).liveBlocks().value() == 0
                            && snapshot.timeline().cycles().stream()
                                            .mapToDouble(Cycle::ownerDiedBytes)
                                            .sum()
                                    == 307 * 1009);

            Cycle full = seen.timeline().cycles().stream()
                    .filter(cycle -> cycle.ownerDiedBytes() > 0)
                    .findFirst()
                    .orElseThrow();
            assertEquals("System.gc()", full.cause());
            assertEquals(307 * 1009, full.freedBytes());
            assertEquals(0, full.stuckBytes());
            Map<SiteKey, Double> sites = seen.ledger().diedIn(full.gcId());
            assertEquals(
                    307.0 * 1009,
                    sites.values().stream().mapToDouble(Double::doubleValue).sum());
            Stack stack = seen.stacks().get(sites.keySet().iterator().next().stack());
            assertEquals("Dropper.main", Objects.requireNonNull(stack.site()).name());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void detachingLosesNothingThatWasRecorded(int jdk) throws Exception {
        try (ChildJvm child = ChildJvm.start(jdk, KEEPER, "--add-modules", "jdk.unsupported");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());

            session.detach();

            Snapshot last = await(session, snapshot -> snapshot.phase() instanceof Phase.Ended);
            String sentence = ((Phase.Ended) last.phase()).sentence();
            assertTrue(sentence.contains("restored all"), sentence);
            assertEquals(311 * 1013, direct(last).liveBytes().value());
            assertEquals(408, direct(last).allocations());
            assertEquals(97, direct(last).frees());
            assertTrue(child.alive());
        }
    }

    @Test
    void aFrozenSessionHoldsStillAndGoesOnRecording() throws Exception {
        try (ChildJvm child = ChildJvm.start(25, KEEPER);
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            session.freeze(true);
            Snapshot frozen = session.snapshot();
            child.say("go");
            assertEquals("done", child.line());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (session.eventsWaiting() < 311 + 2 * 97) {
                assertTrue(System.nanoTime() < deadline, () -> session.eventsWaiting() + " events wait");
                Thread.onSpinWait();
            }
            assertEquals(frozen, session.snapshot());

            session.freeze(false);

            await(
                    session,
                    snapshot -> direct(snapshot) != null
                            && direct(snapshot).liveBlocks().value() == 311);
            assertEquals(0, session.eventsWaiting());
        }
    }

    @Test
    void aProcessThatIsNotThereIsSaid() throws Exception {
        try (Session session = LiveSession.open(new LocalAttachment(4_194_303, new Sampling.Adaptive()))) {
            Snapshot failed = await(session, snapshot -> snapshot.phase() instanceof Phase.Failed);
            String sentence =
                    assertInstanceOf(Phase.Failed.class, failed.phase()).sentence();
            assertTrue(sentence.contains("4194303"), sentence);
        }
    }

    @SuppressWarnings("NullAway")
    private static BindingSums direct(Snapshot snapshot) {
        return snapshot.ledger().bindings().stream()
                .filter(sums -> sums.binding().equals("direct"))
                .findFirst()
                .orElse(null);
    }
}
