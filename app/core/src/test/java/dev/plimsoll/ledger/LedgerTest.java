package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    private static NativeEvent.Allocation taken(long time, long address, long bytes) {
        return new NativeEvent.Allocation(time, address, bytes, 1, "ffm", "confined", null, 7);
    }

    private static NativeEvent.Free given(long time, long address) {
        return new NativeEvent.Free(time, address, "ffm", FreeCause.ARENA);
    }

    private static NativeEvent.GcCycle cycle(long id, long start, long end) {
        return new NativeEvent.GcCycle(start, id, "G1New", "test", end - start, 1, 1);
    }

    private BindingSums ffm() {
        return ledger.snapshot().bindings().getFirst();
    }

    @Test
    void sumsOddSizesExactly() {
        ledger.apply(List.of(taken(1, 16, 1_999_993), taken(2, 32, 2_000_003), taken(3, 48, 1), given(4, 32)));
        BindingSums ffm = ffm();
        assertEquals(new Estimate(1_999_994, 0), ffm.liveBytes());
        assertEquals(new Estimate(2, 0), ffm.liveBlocks());
        assertEquals(new Estimate(2_000_003, 0), ffm.freedBytes());
        assertEquals(3_999_997, ffm.allocatedBytes());
        assertEquals(3, ffm.allocations());
        assertEquals(1, ffm.frees());
        assertFalse(ffm.countersExact());
        StackTotals site = ledger.snapshot().stacks().getFirst();
        assertEquals(new SiteKey("ffm", 7), site.key());
        assertEquals(1_999_994, site.liveBytes().value());
        assertEquals(4, ledger.snapshot().time());
    }

    @Test
    void estimatesAreHorvitzThompsonAndForgetTheirRoundingWhenTheLastSampleGoes() {
        double w = 1 / 0.3;
        ledger.apply(new NativeEvent.Allocation(1, 16, 101, w, "ffm", "auto", null, 7));
        ledger.apply(new NativeEvent.Allocation(2, 32, 7, w, "ffm", "auto", null, 7));
        ledger.apply(taken(3, 48, 5));
        Estimate live = ffm().liveBytes();
        assertEquals(5 + 108 * w, live.value(), 1e-9);
        assertEquals((101 * 101 + 7 * 7) * w * (w - 1), live.variance(), 1e-6);
        assertEquals(1 + 2 * w, ffm().liveBlocks().value(), 1e-9);
        ledger.apply(given(4, 16));
        ledger.apply(given(5, 32));
        assertEquals(new Estimate(5, 0), ffm().liveBytes());
    }

    @Test
    void aBlockForCompanyIsLiveAndStandsForNone() {
        ledger.apply(new NativeEvent.Allocation(1, 16, 101, 0, "ffm", "auto", null, 7));
        assertEquals(0, ffm().liveBytes().value());
        assertFalse(ffm().liveBytes().exact(), "others like it were not recorded");
        assertEquals(1, ledger.snapshot().blocks().size());
        ledger.apply(taken(3, 48, 5));
        assertEquals(5, ffm().liveBytes().value());
        ledger.apply(given(4, 16));
        assertEquals(new Estimate(5, 0), ffm().liveBytes());
    }

    @Test
    void countersOfTheAgentAreExactAndSurviveAnotherAttach() {
        ledger.apply(new NativeEvent.BindingTotals(1, "direct", 1_000, 10, 4));
        ledger.apply(new NativeEvent.BindingTotals(2, "direct", 1_500, 15, 5));
        ledger.apply(new NativeEvent.BindingTotals(3, "direct", 70, 7, 1));
        BindingSums direct = ffm();
        assertTrue(direct.countersExact());
        assertEquals(1_570, direct.allocatedBytes());
        assertEquals(22, direct.allocations());
        assertEquals(6, direct.frees());
    }

    @Test
    void aSecondAllocationAtALiveAddressLosesTheFirst() {
        ledger.apply(List.of(taken(1, 16, 11), taken(2, 16, 13), given(3, 16)));
        LedgerSnapshot snapshot = ledger.snapshot();
        assertEquals(1, snapshot.lostBlocks());
        assertEquals(0, snapshot.blocks().size());
        assertEquals(0, ffm().liveBytes().value());
        assertEquals(13, ffm().freedBytes().value());
        assertEquals(24, ffm().allocatedBytes());
        assertEquals(0, snapshot.orphanFrees());
    }

    @Test
    void withinOneNanosecondTheOrderIsFoundOut() {
        ledger.apply(List.of(given(1, 16), taken(1, 16, 11)));
        assertEquals(0, ledger.snapshot().blocks().size());
        ledger.apply(taken(2, 32, 13));
        ledger.apply(List.of(taken(3, 32, 17), given(3, 32)));
        assertEquals(17, ffm().liveBytes().value());
        assertEquals(0, ledger.snapshot().orphanFrees());
        assertEquals(0, ledger.snapshot().lostBlocks());
    }

    @Test
    void aFreeThatCameAFlushTooEarlyFindsItsAllocation() {
        ledger.apply(given(5, 16));
        assertEquals(1, ledger.snapshot().orphanFrees());
        ledger.apply(taken(4, 16, 11));
        assertEquals(0, ledger.snapshot().orphanFrees());
        assertEquals(0, ledger.snapshot().blocks().size());
        assertEquals(11, ffm().freedBytes().value());
        ledger.apply(taken(6, 16, 13));
        assertEquals(13, ffm().liveBytes().value());
    }

    @Test
    void aFreeThatCameAFlushTooLateFindsTheBlockThatLostItsAddress() {
        ledger.apply(List.of(taken(1, 16, 11), taken(7, 16, 13)));
        ledger.apply(given(5, 16));
        assertEquals(0, ledger.snapshot().lostBlocks());
        assertEquals(13, ffm().liveBytes().value());
        assertEquals(11, ffm().freedBytes().value());
    }

    @Test
    void aFreeWithoutAnAllocationIsAnOrphanAndNoMore() {
        ledger.apply(given(5, 16));
        ledger.apply(taken(6, 16, 11));
        assertEquals(1, ledger.snapshot().orphanFrees());
        assertEquals(11, ffm().liveBytes().value());
    }

    @Test
    void handlesThatAreNoAddressesStayApart() {
        ledger.apply(taken(1, 4, 100));
        ledger.apply(new NativeEvent.Allocation(2, 4, 30, 1, "gl", "texture", null, 3));
        ledger.apply(new NativeEvent.Free(3, 4, "gl", FreeCause.EXPLICIT));
        assertEquals(1, ledger.snapshot().blocks().size());
        assertEquals(100, ledger.snapshot().liveBytes().value());
        assertEquals(0, ledger.snapshot().lostBlocks());
    }

    @Test
    void aPooledBufferLiesInsideItsChunkAndIsNotAddedToTheBook() {
        ledger.apply(new NativeEvent.Allocation(1, 64, 4_096, 1, "netty", "chunk", null, 3));
        ledger.apply(new NativeEvent.Allocation(2, 64, 255, 1, "netty", "pooled", null, 4));
        assertEquals(4_096, ledger.snapshot().liveBytes().value());
        assertEquals(2, ledger.snapshot().blocks().size());
        assertEquals(255, ledger.snapshot().stacks().get(1).liveBytes().value());
        ledger.apply(new NativeEvent.Free(3, 64, "netty", FreeCause.EXPLICIT));
        assertEquals(4_096, ledger.snapshot().liveBytes().value());
        ledger.apply(new NativeEvent.Free(4, 64, "netty", FreeCause.EXPLICIT));
        assertEquals(0, ledger.snapshot().liveBytes().value());
    }

    @Test
    void aDeadOwnerMarksItsBlockUntilItIsFreed() {
        ledger.apply(List.of(cycle(3, 10, 20), taken(21, 16, 11)));
        ledger.apply(new NativeEvent.OwnerCollected(45, 16, "ffm", "java.nio.DirectByteBuffer", 35));
        LedgerSnapshot marked = ledger.snapshot();
        assertEquals(35, marked.blocks().block(marked.blocks().next(0)).ownerCollected());
        assertEquals(11, marked.stacks().getFirst().ownerGoneBytes().value());
        assertEquals(1, marked.stacks().getFirst().ownerGoneBlocks().value());
        ledger.apply(given(50, 16));
        assertEquals(0, ledger.snapshot().stacks().getFirst().ownerGoneBytes().value());
        assertEquals(35, marked.blocks().block(marked.blocks().next(0)).ownerCollected());
        assertEquals(11, ledger.snapshot().diedIn(3).get(new SiteKey("ffm", 7)));
    }

    @Test
    void deathsBelongToTheLastCycleThatEndedBefore() {
        SiteKey key = new SiteKey("ffm", 7);
        ledger.apply(List.of(taken(1, 16, 11), taken(2, 32, 13), taken(3, 48, 17)));
        ledger.apply(List.of(cycle(1, 10, 20), cycle(2, 30, 40)));
        ledger.apply(new NativeEvent.Free(25, 16, "ffm", FreeCause.CLEANER));
        ledger.apply(new NativeEvent.Free(39, 32, "ffm", FreeCause.CLEANER));
        ledger.apply(new NativeEvent.OwnerCollected(80, 48, "ffm", null, 41));
        ledger.apply(cycle(3, 85, 90));
        OwnerDeaths first = ledger.snapshot().ownerDeaths().getFirst();
        assertEquals(new OwnerDeaths(1, 24, 24, 0, 0, 0, 5, java.util.Map.of(key, 24.0)), first);
        assertEquals(17, ledger.snapshot().ownerDeaths().get(1).stuck());
        ledger.apply(new NativeEvent.Free(95, 48, "ffm", FreeCause.CLEANER));
        List<OwnerDeaths> deaths = ledger.snapshot().ownerDeaths();
        assertSame(first, deaths.getFirst());
        assertEquals(new OwnerDeaths(2, 17, 0, 0, 0, java.util.Map.of(key, 17.0)), deaths.get(1));
        assertEquals(new OwnerDeaths(3, 0, 17, 0, 0, 0, 5, java.util.Map.of()), deaths.get(2));
        assertTrue(ledger.snapshot().diedIn(99).isEmpty());
    }

    /// A buffer of a block may be freed by its Cleaner still; a lost arena is closed by nobody.
    @Test
    void whatNoCleanerFreesIsToldFromWhatWaitsForOne() {
        ledger.apply(List.of(
                new NativeEvent.Allocation(1, 16, 11, 1, "direct", "buffer", "java.nio.DirectByteBuffer", 7),
                new NativeEvent.Allocation(2, 48, 17, 1, "ffm", "shared", "Session", 7)));
        ledger.apply(cycle(1, 10, 20));
        ledger.apply(new NativeEvent.OwnerCollected(45, 16, "direct", "java.nio.DirectByteBuffer", 35));
        ledger.apply(new NativeEvent.OwnerCollected(46, 48, "ffm", "Session", 36));
        OwnerDeaths deaths = ledger.snapshot().ownerDeaths().getFirst();
        assertEquals(28, deaths.stuck());
        assertEquals(17, deaths.leaked());
        assertEquals(1, deaths.waiting(), "one block waits for its Cleaner");
        ledger.apply(new NativeEvent.Free(50, 48, "ffm", FreeCause.ARENA));
        assertEquals(0, ledger.snapshot().ownerDeaths().getFirst().leaked(), "somebody closed it after all");
        assertEquals(11, ledger.snapshot().ownerDeaths().getFirst().stuck());
    }

    @Test
    void aConcurrentCycleOwnsDeathsFromWhenItsReferencesWereProcessed() {
        ledger.apply(List.of(taken(1, 16, 11), taken(2, 32, 13), cycle(1, 5, 6)));
        // The cycle's own event is written at its end but carries its start, and may come a flush later.
        ledger.apply(new NativeEvent.GcReferences(30, 2, "Phantom reference", 2));
        ledger.apply(new NativeEvent.Free(40, 16, "ffm", FreeCause.CLEANER));
        ledger.apply(cycle(2, 10, 90));
        ledger.apply(new NativeEvent.Free(95, 32, "ffm", FreeCause.CLEANER));
        assertEquals(0, ledger.snapshot().ownerDeaths().getFirst().died());
        assertEquals(24, ledger.snapshot().ownerDeaths().get(1).died());
        // In a sorted batch the cycle comes before its references.
        ledger.apply(List.of(
                taken(96, 16, 17),
                cycle(3, 100, 190),
                new NativeEvent.GcReferences(130, 3, "Phantom reference", 2),
                new NativeEvent.Free(140, 16, "ffm", FreeCause.CLEANER)));
        assertEquals(17, ledger.snapshot().ownerDeaths().get(2).died());
    }

    @Test
    void cyclesAreBounded() {
        IntStream.range(0, 1_000).forEach(i -> ledger.apply(cycle(i, 10L * i, 10L * i + 5)));
        assertEquals(CycleBook.KEPT, ledger.snapshot().ownerDeaths().size());
        assertEquals(999, ledger.snapshot().ownerDeaths().getLast().gcId());
    }

    @Test
    void noCallbackIsCalledBeforeItIsRegistered() {
        ledger.apply(new NativeEvent.CallbackRegistered(5_077, 9, "demo.Frame.on", "ffm", "shared", 4));
        ledger.apply(new NativeEvent.CallbackRegistered(5_078, 10, "demo.Frame.off", "ffm", "shared", 4));
        ledger.apply(new NativeEvent.CallbackActivity(5_100, 9, 3, 5_000));
        ledger.apply(new NativeEvent.CallbackActivity(5_100, 10, 0, 0));

        assertEquals(5_077, ledger.snapshot().callbacks().getFirst().lastInvoked());
        assertEquals(0, ledger.snapshot().callbacks().getLast().lastInvoked());
    }

    @Test
    void callbacksLiveUntilTheyAreReleased() {
        IntStream.range(0, 2_000)
                .forEach(i -> ledger.apply(
                        new NativeEvent.CallbackRegistered(i, i, "demo.Frame.on" + i, "ffm", "shared", 4)));
        LedgerSnapshot before = ledger.snapshot();
        ledger.apply(new NativeEvent.CallbackActivity(3_000, 1_200, 17, 2_999));
        ledger.apply(new NativeEvent.OwnerCollected(3_001, 1_201, "ffm", null));
        for (int i = 0; i < 1_200; i++) {
            ledger.apply(new NativeEvent.CallbackReleased(4_000 + i, i, "ffm"));
        }
        ledger.apply(new NativeEvent.CallbackReleased(6_000, 77_777, "ffm"));
        LedgerSnapshot after = ledger.snapshot();
        assertEquals(2_000, before.callbacks().size());
        assertTrue(before.callbacks().stream().allMatch(Callback::live));
        assertEquals(2_000, after.callbacksRegistered());
        assertEquals(1_200, after.callbacksReleased());
        assertEquals(800 + CallbackBook.TAIL, after.callbacks().size());
        assertEquals(17, after.callbacks().getFirst().invocations());
        assertEquals(2_999, after.callbacks().getFirst().lastInvoked());
        assertEquals(3_001, after.callbacks().get(1).ownerCollected());
        assertEquals(1_999, after.callbacks().get(799).handle());
        assertEquals(5_199, after.callbacks().getLast().released());
        assertEquals(800, after.callbacks().stream().filter(Callback::live).count());
    }

    @Test
    void aHandleThatIsRegisteredAgainWasReleased() {
        ledger.apply(new NativeEvent.CallbackRegistered(1, 5, "a.B.c", "ffm", "auto", 4));
        ledger.apply(new NativeEvent.CallbackRegistered(2, 5, "a.B.d", "ffm", "auto", 4));
        assertEquals(1, ledger.snapshot().callbacksLive());
        assertEquals("a.B.d", ledger.snapshot().callbacks().getFirst().targetClass());
    }

    @Test
    void aReleaseThatCameAFlushTooEarlyFindsItsRegistration() {
        ledger.apply(new NativeEvent.CallbackReleased(9, 5, "ffm"));
        ledger.apply(new NativeEvent.CallbackRegistered(8, 5, "a.B.c", "ffm", "auto", 4));
        assertEquals(0, ledger.snapshot().callbacksLive());
        ledger.apply(new NativeEvent.CallbackRegistered(10, 5, "a.B.c", "ffm", "auto", 4));
        assertEquals(1, ledger.snapshot().callbacksLive());
    }

    @Test
    void misusesAreKeptInOrderUpToABound() {
        IntStream.range(0, 1_500).forEach(i -> ledger.apply(new NativeEvent.Misuse(i, "double free", i, "ffm", 1)));
        assertEquals(Ledger.MISUSES, ledger.snapshot().misuses().size());
        assertEquals(500, ledger.snapshot().misuses().getFirst().address());
    }

    @Test
    void nothingAppliedMeansTheSameSnapshot() {
        ledger.apply(taken(1, 16, 11));
        LedgerSnapshot one = ledger.snapshot();
        assertSame(one, ledger.snapshot());
        ledger.apply(new NativeEvent.ResidentMemory(2, 5));
        assertSame(one.blocks(), ledger.snapshot().blocks());
        assertSame(one.stacks(), ledger.snapshot().stacks());
        assertSame(one.callbacks(), ledger.snapshot().callbacks());
    }
}
