package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.SiteFigures;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The figure of each site that a question asks for: from the ledger's sums where they answer it, else from the live
/// blocks one by one. Any thread.
final class SiteValues {

    private static final int BLOCKS_BETWEEN_LOOKS = 8192;

    private SiteValues() {}

    /// By site, in order of first appearance.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static Map<SiteKey, Double> of(Snapshot snapshot, Question question, BooleanSupplier cancelled) {
        Map<SiteKey, Double> now = at(snapshot, question, cancelled);
        if (question.since().isEmpty()) {
            return now;
        }
        Map<SiteKey, Double> before = at(question.since().get().snapshot(), question, cancelled);
        Map<SiteKey, Double> added = LinkedHashMap.newLinkedHashMap(now.size());
        now.forEach((site, value) -> added.put(site, Math.max(0, value - before.getOrDefault(site, 0.0))));
        return added;
    }

    /// The same told one by one, without a map where the ledger's sums are the answer.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static SiteFigures figures(Snapshot snapshot, Question question, BooleanSupplier cancelled) {
        ToDoubleFunction<StackTotals> sum = sum(question);
        if (sum != null && question.since().isEmpty()) {
            List<StackTotals> stacks = snapshot.ledger().stacks();
            return each -> stacks.forEach(totals -> each.accept(totals.key(), sum.applyAsDouble(totals)));
        }
        Map<SiteKey, Double> values = of(snapshot, question, cancelled);
        return each -> values.forEach(each::accept);
    }

    /// What the ledger has added up for each stack, or null when that does not answer the question.
    private static @Nullable ToDoubleFunction<StackTotals> sum(Question question) {
        if (question.filmed()) {
            return null;
        }
        return switch (question.metric()) {
            case LIVE_BYTES ->
                question.ranged() ? null : totals -> totals.liveBytes().value();
            case LIVE_BLOCKS ->
                question.ranged() ? null : totals -> totals.liveBlocks().value();
            case OWNER_GONE_BYTES ->
                question.ranged() ? null : totals -> totals.ownerGoneBytes().value();
            case ALLOCATED_BYTES -> totals -> totals.allocatedBytes().value();
            case ALLOCATIONS -> totals -> totals.allocations().value();
            case FREED_BYTES -> totals -> totals.freedBytes().value();
            case DIED_IN_CYCLE, CALLBACKS -> null;
        };
    }

    private static Map<SiteKey, Double> at(Snapshot snapshot, Question question, BooleanSupplier cancelled) {
        LedgerSnapshot ledger = snapshot.ledger();
        if (question.filmed()) {
            return filmed(question, cancelled);
        }
        ToDoubleFunction<StackTotals> sum = sum(question);
        if (sum != null) {
            return totals(ledger, sum);
        }
        Predicate<Block> inRange = block -> contains(question, block.allocated());
        return switch (question.metric()) {
            case LIVE_BYTES -> blocks(ledger, inRange, SiteValues::bytes, cancelled);
            case LIVE_BLOCKS -> blocks(ledger, inRange, Block::weight, cancelled);
            case OWNER_GONE_BYTES ->
                blocks(ledger, inRange.and(b -> b.ownerCollected() > 0), SiteValues::bytes, cancelled);
            case DIED_IN_CYCLE -> ledger.diedIn(question.cycle());
            case CALLBACKS -> callbacks(ledger, question);
            case ALLOCATED_BYTES, ALLOCATIONS, FREED_BYTES ->
                throw new IllegalStateException(question.metric() + " is a sum");
        };
    }

    /// What a recording tells of the range: live is what was taken in it and not given back until its end.
    private static Map<SiteKey, Double> filmed(Question question, BooleanSupplier cancelled) {
        TimeRange range = question.range().orElseThrow();
        Map<SiteKey, Double> values = new LinkedHashMap<>();
        for (RangeSums sums : question.film().orElseThrow().between(range.from(), range.to(), cancelled)) {
            Estimate figure = switch (question.metric()) {
                case LIVE_BYTES -> sums.leakedBytes();
                case LIVE_BLOCKS -> sums.leakedBlocks();
                case ALLOCATED_BYTES -> sums.allocatedBytes();
                case ALLOCATIONS -> sums.allocations();
                case FREED_BYTES -> sums.freedBytes();
                case OWNER_GONE_BYTES, CALLBACKS, DIED_IN_CYCLE -> Estimate.ZERO;
            };
            values.merge(sums.key(), figure.value(), Double::sum);
        }
        return values;
    }

    private static double bytes(Block block) {
        return block.bytes() * block.weight();
    }

    private static boolean contains(Question question, long time) {
        return question.range().map((TimeRange range) -> range.contains(time)).orElse(true);
    }

    private static Map<SiteKey, Double> totals(LedgerSnapshot ledger, ToDoubleFunction<StackTotals> figure) {
        Map<SiteKey, Double> values =
                LinkedHashMap.newLinkedHashMap(ledger.stacks().size());
        for (StackTotals totals : ledger.stacks()) {
            values.merge(totals.key(), figure.applyAsDouble(totals), Double::sum);
        }
        return values;
    }

    private static Map<SiteKey, Double> blocks(
            LedgerSnapshot ledger, Predicate<Block> counts, ToDoubleFunction<Block> figure, BooleanSupplier cancelled) {
        // Sites first, in the ledger's order, so that siblings stand as they do without a range.
        Map<SiteKey, Double> values = totals(ledger, totals -> 0);
        BlockTable table = ledger.blocks();
        int seen = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (seen++ % BLOCKS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Block block = table.block(row);
            if (counts.test(block)) {
                values.merge(new SiteKey(block.binding(), block.stack()), figure.applyAsDouble(block), Double::sum);
            }
        }
        return values;
    }

    private static Map<SiteKey, Double> callbacks(LedgerSnapshot ledger, Question question) {
        Map<SiteKey, Double> values = new LinkedHashMap<>();
        for (Callback callback : ledger.callbacks()) {
            if (callback.live() && contains(question, callback.registered())) {
                values.merge(new SiteKey(callback.binding(), callback.stack()), 1.0, Double::sum);
            }
        }
        return values;
    }
}
