package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private static final long START = 1_790_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final StackTable stacks = new StackTable();
    private final Ledger ledger = new Ledger(stacks);

    @Test
    void endsAnEpochWithEachCycleAndAfterAWhileWithoutOne() {
        tick(0);
        cycle(1.0);
        cycle(1.25);
        cycle(2.0);
        tick(4.25);
        tick(4.75);
        assertArrayEquals(
                new long[] {at(1.0), at(2.0), at(4.75)}, ledger.history().ends());
    }

    @Test
    void countsBirthsByEpochAndTakesTheLevelBelowWhichALineNeverFell() {
        allocate(0.1, 0x10, 100, 1, "a.B.keep:1");
        allocate(0.2, 0x20, 7, 1, "a.B.keep:1");
        cycle(1);
        free(1.1, 0x20, FreeCause.CLEANER);
        allocate(1.2, 0x30, 300, 1, "a.B.keep:1");
        cycle(2);
        allocate(2.5, 0x40, 1_000, 1, "a.B.keep:1");
        History history = ledger.history();
        SiteHistory site = history.blocks().getFirst();
        assertEquals(new Frame("a.B", "keep", 1, FrameKind.JAVA), site.frame());
        assertArrayEquals(new int[] {2, 1, 1}, site.cohorts().born());
        assertArrayEquals(new int[] {1, 1, 1}, site.cohorts().alive());
        assertArrayEquals(new int[] {0, 1, 0}, site.cohorts().deaths());
        assertArrayEquals(new double[] {0, 100}, site.levels().bytes());
        assertArrayEquals(new double[] {0, 1}, site.levels().blocks());
        assertEquals(1_400, site.levels().high());
        assertEquals(1, site.ends().cleaner());
        assertEquals(7, site.ends().cleanerBytes());
        assertEquals(400, site.cohorts().bytesBefore(2).value());
        assertEquals("buffer", site.kind());
    }

    /// A collection is told when it is over, by its beginning.
    @Test
    void aCycleThatIsToldLatePartsNoBlockFromItsEnd() {
        allocate(0.1, 0x10, 100, 1, "a.B.keep:1");
        allocate(1.5, 0x20, 7, 1, "a.B.keep:1");
        cycle(1);
        free(1.6, 0x20, FreeCause.EXPLICIT);
        allocate(1.7, 0x30, 7, 1, "a.B.keep:1");
        SiteHistory site = ledger.history().blocks().getFirst();
        assertArrayEquals(new int[] {2, 1}, site.cohorts().born());
        assertArrayEquals(new int[] {1, 1}, site.cohorts().alive());
    }

    @Test
    void gathersStacksThatLeadToOneLine() {
        allocate(0.1, 0x10, 100, 1, "x.Main.main:1;a.B.keep:1");
        allocate(0.2, 0x20, 7, 1, "y.Main.main:1;a.B.keep:1");
        allocate(0.2, 0x30, 7, 1, "y.Main.main:1;a.B.keep:2");
        assertEquals(
                List.of(2L, 1L),
                ledger.history().blocks().stream().map(SiteHistory::born).toList());
    }

    @Test
    void knowsWhenOwnersWereSeenDeadAndForgetsThemWhenTheirBlockIsFreed() {
        allocate(0.1, 0x10, 100, 1, "a.B.lose:1");
        allocate(0.2, 0x20, 7, 4, "a.B.lose:1");
        cycle(1);
        ledger.apply(new NativeEvent.OwnerCollected(at(3.5), 0x10, "ffm", "Arena", at(1.5)));
        ledger.apply(new NativeEvent.OwnerCollected(at(3.5), 0x20, "ffm", "Arena", at(1.6)));
        SiteHistory.Gone gone = ledger.history().blocks().getFirst().gone();
        assertNotNull(gone);
        assertEquals(128, gone.bytes()[1]);
        assertEquals(5, gone.blocks()[1]);
        assertEquals(12, gone.blocksVariance()[1]);
        free(4, 0x20, FreeCause.EXPLICIT);
        free(5, 0x10, FreeCause.EXPLICIT);
        SiteHistory site = ledger.history().blocks().getFirst();
        gone = site.gone();
        assertNotNull(gone);
        assertEquals(0, Arrays.stream(gone.bytes()).sum());
        assertEquals(2, site.ends().afterDeath());
    }

    @Test
    void followsCallbacksApartFromBlocks() {
        int stack = stack("a.B.register:9");
        ledger.apply(new NativeEvent.CallbackRegistered(at(0.1), 0x1, "a.C.call", "ffm", "shared", stack));
        ledger.apply(new NativeEvent.CallbackRegistered(at(0.2), 0x2, "a.C.call", "ffm", "shared", stack));
        cycle(1);
        ledger.apply(new NativeEvent.CallbackReleased(at(1.5), 0x1, "ffm"));
        ledger.apply(new NativeEvent.OwnerCollected(at(3), 0x2, "ffm", null, at(1.5)));
        History history = ledger.history();
        assertTrue(history.blocks().isEmpty());
        SiteHistory site = history.callbacks().getFirst();
        assertEquals(2, site.born());
        assertEquals(1, site.alive());
        assertEquals(1, site.ends().explicit());
        assertNotNull(site.gone());
    }

    @Test
    void sharesWhatDidNotChange() {
        allocate(0.1, 0x10, 100, 1, "a.B.keep:1");
        SiteHistory keep = ledger.history().blocks().getFirst();
        allocate(0.2, 0x20, 7, 1, "a.B.other:1");
        assertSame(keep, ledger.history().blocks().getFirst());
        assertNull(keep.gone());
    }

    @Test
    void agreesWithTheLedgerHoweverLongItRuns() {
        Random random = new Random(11);
        List<Long> live = new ArrayList<>();
        double now = 0;
        for (int i = 1; i <= 20_000; i++) {
            now += random.nextDouble() * 0.2;
            if (random.nextInt(50) == 0) {
                cycle(now);
            } else if (live.isEmpty() || random.nextInt(5) < 3) {
                allocate(now, i, random.nextInt(5_000), 1 + random.nextInt(3), "a.B.m:" + random.nextInt(4));
                live.add((long) i);
            } else {
                free(now, live.remove(random.nextInt(live.size())), FreeCause.EXPLICIT);
            }
        }
        History history = ledger.history();
        assertTrue(history.epochs() >= 32 && history.epochs() < 64, "bounded");
        double bytes = 0;
        for (SiteHistory site : history.blocks()) {
            int deaths = Arrays.stream(site.cohorts().deaths()).sum();
            assertEquals(site.born(), site.alive() + deaths);
            assertEquals(history.epochs() + 1, site.cohorts().born().length);
            assertEquals(history.epochs(), site.levels().bytes().length);
            bytes += site.cohorts().bytesBefore(history.epochs() + 1).value();
        }
        assertEquals(ledger.snapshot().liveBytes().value(), bytes, 1e-3);
    }

    private void allocate(double second, long address, long bytes, double weight, String stack) {
        ledger.apply(
                new NativeEvent.Allocation(at(second), address, bytes, weight, "ffm", "buffer", "Owner", stack(stack)));
    }

    private void free(double second, long address, FreeCause cause) {
        ledger.apply(new NativeEvent.Free(at(second), address, "ffm", cause));
    }

    private void cycle(double second) {
        ledger.apply(new NativeEvent.GcCycle(at(second), 1, "G1New", "Pause", 1_000, 1_000, 1_000));
    }

    private void tick(double second) {
        ledger.apply(new NativeEvent.ResidentMemory(at(second), 1));
    }

    private int stack(String text) {
        List<Frame> frames = new ArrayList<>();
        for (String word : text.split(";")) {
            int colon = word.indexOf(':');
            int dot = word.lastIndexOf('.');
            frames.addFirst(new Frame(
                    word.substring(0, dot),
                    word.substring(dot + 1, colon),
                    Integer.parseInt(word.substring(colon + 1)),
                    FrameKind.JAVA));
        }
        return stacks.intern(frames, false);
    }

    private static long at(double second) {
        return START + (long) (second * SECOND);
    }
}
