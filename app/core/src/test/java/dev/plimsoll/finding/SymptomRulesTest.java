package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules that look at gauges and counters, at rates, and at misuse.
final class SymptomRulesTest {

    private static final long MIB = 1 << 20;

    private final Trial trial = new Trial();

    @Test
    void aMisuseIsNamedByItsCallWithBothStacks() {
        trial.every(0.5, 2, 1, now -> {});
        trial.apply(new NativeEvent.Misuse(
                trial.time(),
                "double free",
                0xabcd,
                "ffm",
                trial.stack("app.Cache.drop:31"),
                trial.time() - 500_000_000,
                "app//app.Cache.evict(Cache.java:19)\njava.base@25/java.lang.Thread.run(Thread.java:1474)"));
        assertEquals(List.of("misuse app.Cache.drop:31"), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals("double-free", finding.rule());
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(
                List.of("app.Cache.evict:19", "java.lang.Thread.run:1474"),
                finding.other().frames());
        assertTrue(
                finding.evidenceWords().getFirst().contains("0xabcd"),
                finding.evidenceWords().toString());
    }

    /// The agent tells it from the thread that cleans up, where nothing can be changed.
    @Test
    void aCallbackThatWasCollectedIsNamedWhereItWasRegistered() {
        long handle = trial.register("app.Panel.listen:63");
        trial.every(0.5, 2, 1, now -> {});
        trial.apply(new NativeEvent.Misuse(
                trial.time(),
                NativeEvent.Misuse.CALLBACK_COLLECTED,
                handle,
                "ffm",
                trial.stack("java.lang.ref.Finalizer.run:7")));
        trial.release(handle);
        assertEquals(List.of("freed too early app.Panel.listen:63"), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals("callback-collected", finding.rule());
        assertEquals(Severity.NOTICE, finding.severity());
    }

    @Test
    void theDeathOfAViewIsNoProof() {
        List<Long> blocks = new ArrayList<>();
        trial.every(0.1, 4, 1, now -> {
            long address = 0x5000_0000L + blocks.size() * 4096L;
            trial.apply(new NativeEvent.Allocation(
                    trial.time(),
                    address,
                    333,
                    1,
                    "lib",
                    "buffer",
                    "java.nio.DirectByteBuffer",
                    trial.stack("app.Draw.mesh:8")));
            blocks.add(address);
        });
        blocks.forEach(address -> trial.apply(new NativeEvent.OwnerCollected(
                trial.time(), address, "lib", "java.nio.DirectByteBuffer", trial.time())));
        trial.every(0.1, 9, 1, now -> {});
        assertEquals(List.of("leak, likely app.Draw.mesh:8"), trial.verdicts());
    }

    @Test
    void aFewOfManyBlocksAreFoundByTheCounters() {
        // Of 2,000 a second 4 stay; one block in 20 is recorded, and of those that stay one in 20, too.
        long[] taken = {0, 0};
        trial.every(0.01, 26, 1, now -> {
            taken[0] += 20;
            long block = trial.allocate("app.Feed.message:77", 331, 100, "malloc");
            if (taken[0] % 10_000 != 20) {
                trial.free(block, FreeCause.EXPLICIT);
            } else {
                taken[1]++;
            }
            if (taken[0] % 2_000 == 0) {
                trial.totals(taken[0], taken[0] - taken[0] / 1_000 * 2);
            }
        });
        assertEquals(
                List.of("leak, likely app.Feed.message:77", "misuse app.Feed.message:77")
                        .subList(0, 1),
                trial.verdicts().subList(0, 1));
        Finding finding = trial.judge().findings().getFirst();
        assertTrue(taken[1] >= 5);
        assertTrue(finding.sentence().contains("app.Feed.message:77"), finding.sentence());
    }

    /** The samples all went away; those that stay are among the blocks that were followed with them. */
    @Test
    void companyTellsTheLineThatNoSampleDid() {
        long[] taken = {0};
        trial.every(0.01, 26, 1, now -> {
            taken[0] += 200;
            trial.free(trial.allocate("app.Feed.message:77", 331, 1_000, "malloc"), FreeCause.EXPLICIT);
            trial.free(trial.allocate("app.Feed.message:77", 331, 0, "malloc"), FreeCause.EXPLICIT);
            if (taken[0] % 50_000 == 200) {
                trial.allocate("app.Feed.putAside:33", 331, 0, "malloc");
            }
            if (taken[0] % 20_000 == 0) {
                trial.totals(taken[0], taken[0] - taken[0] / 400);
            }
        });
        Finding finding = trial.judge().findings().getFirst();
        assertEquals("leak, likely app.Feed.putAside:33", trial.verdicts().getFirst());
        assertEquals(331 * finding.blocks().value(), finding.bytes().value(), 1e-6);
        assertFalse(finding.bytes().exact());
    }

    @Test
    void whatNoSampleToldHasNoLine() {
        long[] taken = {0};
        trial.every(0.01, 26, 1, now -> {
            taken[0] += 20;
            trial.free(trial.allocate("app.Feed.message:77", 331, 100, "malloc"), FreeCause.EXPLICIT);
            if (taken[0] % 2_000 == 0) {
                trial.totals(taken[0], taken[0] - taken[0] / 1_000 * 2);
            }
        });
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(CountedGrowthRule.ID, finding.rule());
        assertEquals(null, finding.frame());
        assertTrue(finding.sentence().contains("cannot be said yet"), finding.sentence());
    }

    @Test
    void steadyCountersAreHealthy() {
        long[] taken = {0};
        trial.every(0.01, 26, 1, now -> {
            taken[0] += 20;
            trial.free(trial.allocate("app.Feed.message:77", 331, 100, "malloc"), FreeCause.EXPLICIT);
            if (taken[0] % 2_000 == 0) {
                trial.totals(taken[0], taken[0] - 150 - taken[0] % 7);
            }
        });
        assertFalse(trial.judge().findings().stream().anyMatch(f -> f.severity().compareTo(Severity.NOTICE) < 0));
        assertEquals(RateRule.ALLOCATIONS, trial.judge().findings().getFirst().rule());
    }

    @Test
    void threadsThatPileUpAreNamedByWhoStartsThem() {
        int[] threads = {20};
        trial.every(0.25, 24, 1, now -> {
            trial.apply(new NativeEvent.ThreadStarted(trial.time(), trial.stack("app.Orders.accept:12")));
            trial.gauge("threads", ++threads[0]);
        });
        assertEquals(List.of("leak, likely app.Orders.accept:12"), trial.verdicts());
    }

    @Test
    void aPoolOfThreadsIsHealthy() {
        int[] threads = {20};
        trial.every(0.25, 30, 1, now -> trial.gauge("threads", threads[0] = Math.min(60, threads[0] + 1)));
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void aLimitAboveTheContainersIsSizedTooSmall() {
        trial.every(0.5, 6, 1, now -> trial.resident(700 * MIB, 300 * MIB));
        trial.resident(700 * MIB, 300 * MIB);
        trial.gauge("memoryLimit", 1024 * MIB);
        trial.gauge("heapMax", 900 * MIB);
        assertEquals(List.of("not a leak: sized too small "), trial.verdicts());
        trial.gauge("heapMax", 500 * MIB);
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void whatTheAllocatorKeepsIsToldAndWhatItGivesBackIsNot() {
        List<Long> blocks = new ArrayList<>();
        trial.every(0.1, 4, 1, now -> {
            blocks.add(trial.allocate("app.Scan.page:5", 4 * MIB, "malloc"));
            trial.resident(300 * MIB + blocks.size() * 4 * MIB, 100 * MIB);
        });
        blocks.forEach(block -> trial.free(block, FreeCause.EXPLICIT));
        trial.every(0.5, 14, 1, now -> trial.resident(440 * MIB, 100 * MIB));
        trial.resident(440 * MIB, 100 * MIB);
        assertEquals(List.of("retained by the allocator app.Scan.page:5"), trial.verdicts());
        trial.resident(310 * MIB, 100 * MIB);
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void aRestThatGrowsForAMinuteIsANotice() {
        trial.every(0.5, 75, 2, now -> trial.resident(Math.round((200 + now) * MIB), 100 * MIB));
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(UnexplainedGrowthRule.ID, finding.rule());
        assertEquals(Severity.NOTICE, finding.severity());
        assertTrue(
                finding.evidenceWords().getFirst().contains("1.0 MiB a second"),
                finding.evidenceWords().toString());
    }

    @Test
    void committedHeapThatIsTouchedByAndByIsNoGrowth() {
        trial.every(0.5, 75, 2, now -> trial.resident(Math.round((200 + now) * MIB), 500 * MIB));
        assertEquals(List.of(), trial.judge().findings());
    }

    @Test
    void largeRequestsAndRatesAreNotices() {
        trial.every(0.001, 6, 1, now -> trial.free(trial.allocate("app.Log.line:3", 64, "confined"), FreeCause.ARENA));
        trial.free(trial.allocate("app.Video.frame:9", 17 * MIB, "malloc"), FreeCause.EXPLICIT);
        List<String> rules =
                trial.judge().findings().stream().map(Finding::rule).sorted().toList();
        assertEquals(List.of(RateRule.ALLOCATIONS, RateRule.LARGE), rules);
        assertTrue(trial.judge().findings().stream().allMatch(f -> f.severity() == Severity.NOTICE));
    }

    @Test
    void ofObjectsWithoutASizeNoArenaIsRecommended() {
        trial.every(0.0005, 8, 99, now -> {
            trial.free(trial.allocate("app.Codec.open:3", 0, "handle"), FreeCause.EXPLICIT);
        });
        Finding finding = trial.judge().findings().getFirst();
        assertEquals("allocation-rate", finding.rule());
        assertTrue(finding.advice().startsWith("Make the object once"), finding.advice());
        assertTrue(finding.evidenceWords().getFirst().endsWith("; how large they are nobody tells."));
    }
}
