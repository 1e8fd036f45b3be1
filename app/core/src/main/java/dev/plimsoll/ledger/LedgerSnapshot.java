package dev.plimsoll.ledger;

import dev.plimsoll.event.NativeEvent;
import java.util.List;
import java.util.Map;

/// The ledger at one moment. Immutable; any thread may read it.
///
/// @param time of the last event applied, nanoseconds since the epoch, 0 before the first
/// @param bindings by name
/// @param stacks totals per binding and stack, in order of first appearance
/// @param blocks recorded live blocks
/// @param callbacks live ones, in order of registration, then a bounded tail of released ones
/// @param callbacksRegistered exact, since attach
/// @param callbacksReleased exact, since attach
/// @param misuses in order, bounded
/// @param orphanFrees frees whose allocation was not recorded
/// @param eventsApplied number of events
/// @param lostBlocks blocks whose address was given out again before a free was seen: neither live nor freed
/// @param ownerDeaths per GC cycle, oldest first, the last 256 of them
public record LedgerSnapshot(
        long time,
        List<BindingSums> bindings,
        List<StackTotals> stacks,
        BlockTable blocks,
        List<Callback> callbacks,
        long callbacksRegistered,
        long callbacksReleased,
        List<NativeEvent.Misuse> misuses,
        long orphanFrees,
        long eventsApplied,
        long lostBlocks,
        List<OwnerDeaths> ownerDeaths) {

    /// Without cycles and losses.
    public LedgerSnapshot(
            long time,
            List<BindingSums> bindings,
            List<StackTotals> stacks,
            BlockTable blocks,
            List<Callback> callbacks,
            long callbacksRegistered,
            long callbacksReleased,
            List<NativeEvent.Misuse> misuses,
            long orphanFrees,
            long eventsApplied) {
        this(
                time,
                bindings,
                stacks,
                blocks,
                callbacks,
                callbacksRegistered,
                callbacksReleased,
                misuses,
                orphanFrees,
                eventsApplied,
                0,
                List.of());
    }

    /// The same moment without blocks and stacks: what may be kept for long after newer ones came.
    public LedgerSnapshot withoutBlocks() {
        return new LedgerSnapshot(
                time,
                bindings,
                List.of(),
                BlockTable.EMPTY,
                callbacks,
                callbacksRegistered,
                callbacksReleased,
                misuses,
                orphanFrees,
                eventsApplied,
                lostBlocks,
                ownerDeaths);
    }

    /// Native bytes whose owner died in this cycle, by site; empty when the cycle is unknown or too old.
    public Map<SiteKey, Double> diedIn(long gcId) {
        for (OwnerDeaths deaths : ownerDeaths) {
            if (deaths.gcId() == gcId) {
                return deaths.sites();
            }
        }
        return Map.of();
    }

    /// Live bytes over all bindings. Pooled buffers are inside their chunk and not added.
    public Estimate liveBytes() {
        Estimate sum = Estimate.ZERO;
        for (BindingSums binding : bindings) {
            sum = sum.plus(binding.liveBytes());
        }
        return sum;
    }

    public long callbacksLive() {
        return callbacksRegistered - callbacksReleased;
    }
}
