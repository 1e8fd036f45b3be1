package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What formats of stacks write: each stack with all its figures.
///
/// @param title what was looked at
/// @param summary one sentence
/// @param start nanoseconds since 1970, 0 when unknown
/// @param duration nanoseconds
/// @param rows one per binding and stack, in order of first appearance
public record StackFigures(String title, String summary, long start, long duration, List<Row> rows) {

    /// @param binding name
    /// @param stack top frame first
    /// @param values by the figure's ordinal, not negative
    public record Row(String binding, Stack stack, double[] values) {

        public double value(Figure figure) {
            return values[figure.ordinal()];
        }
    }

    public static StackFigures of(Snapshot snapshot) {
        Map<SiteKey, double[]> values = new LinkedHashMap<>();
        for (StackTotals totals : snapshot.ledger().stacks()) {
            add(values(values, totals.key()), totals, leak(snapshot, totals));
        }
        for (Callback callback : snapshot.ledger().callbacks()) {
            if (callback.live()) {
                values(values, new SiteKey(callback.binding(), callback.stack()))[Figure.LIVE_CALLBACKS.ordinal()]++;
            }
        }
        List<Row> rows = new ArrayList<>();
        values.forEach(
                (key, row) -> rows.add(new Row(key.binding(), snapshot.stacks().get(key.stack()), row)));
        return new StackFigures(
                snapshot.subject().name(),
                snapshot.summary(),
                snapshot.timeline().start(),
                snapshot.timeline().end() - snapshot.timeline().start(),
                List.copyOf(rows));
    }

    /// The same with other frames, and without words that may name the old ones.
    StackFigures with(UnaryOperator<Frame> change) {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            List<Frame> frames = row.stack.frames().stream().map(change).toList();
            Stack stack = new Stack(row.stack.id(), frames, row.stack.truncated());
            changed.add(new Row(row.binding, stack, row.values));
        }
        return new StackFigures("anonymised", "", start, duration, List.copyOf(changed));
    }

    private static double[] values(Map<SiteKey, double[]> values, SiteKey key) {
        return values.computeIfAbsent(key, k -> new double[Figure.values().length]);
    }

    private static void add(double[] row, StackTotals totals, Leak leak) {
        row[Figure.LIVE_BYTES.ordinal()] += totals.liveBytes().value();
        row[Figure.LIVE_BLOCKS.ordinal()] += totals.liveBlocks().value();
        row[Figure.ALLOCATED_BYTES.ordinal()] += totals.allocatedBytes().value();
        row[Figure.ALLOCATIONS.ordinal()] += totals.allocations().value();
        row[Figure.FREED_BYTES.ordinal()] += totals.freedBytes().value();
        row[Figure.LEAKED_BYTES.ordinal()] += leak.bytes;
        row[Figure.LEAKED_BLOCKS.ordinal()] += leak.blocks;
    }

    private record Leak(double bytes, double blocks) {}

    /// Of a line that a finding calls a leak: the blocks that lost their owner, or all live ones where none
    /// did.
    private static Leak leak(Snapshot snapshot, StackTotals totals) {
        Frame site = snapshot.stacks().get(totals.key().stack()).site();
        for (Finding finding : snapshot.findings()) {
            boolean leaks = finding.verdict() == Verdict.LEAK_PROVEN || finding.verdict() == Verdict.LEAK_LIKELY;
            if (leaks
                    && finding.bytes().value() > 0
                    && finding.binding().equals(totals.key().binding())
                    && Objects.equals(finding.frame(), site)) {
                return totals.ownerGoneBlocks().value() > 0
                        ? new Leak(
                                totals.ownerGoneBytes().value(),
                                totals.ownerGoneBlocks().value())
                        : new Leak(
                                totals.liveBytes().value(), totals.liveBlocks().value());
            }
        }
        return new Leak(0, 0);
    }
}
