package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.CallbackChange;
import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.SiteChange;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.SiteKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of code in the table of changes.
///
/// @param binding name
/// @param frame the line, or null when no stack was recorded
/// @param figure change of the metric
/// @param blocks change of blocks that goes with it
/// @param verdict what is said of the line in the second recording
/// @param closed whether the first had a finding there, the second has none, and less is held
/// @param keyBefore of its commonest stack in the first recording, or null when it is new
/// @param keyAfter of its commonest stack in the second recording, or null when it is gone
record SiteRow(
        String binding,
        @Nullable Frame frame,
        Change figure,
        Change blocks,
        @Nullable Verdict verdict,
        boolean closed,
        @Nullable SiteKey keyBefore,
        @Nullable SiteKey keyAfter) {

    private static final Comparator<SiteRow> BIGGEST_FIRST =
            Comparator.comparingDouble(row -> -Math.abs(row.figure.difference()));

    static List<SiteRow> of(Comparison comparison, Metric metric) {
        return metric == Metric.CALLBACKS
                ? comparison.callbacks().stream()
                        .map(SiteRow::of)
                        .sorted(BIGGEST_FIRST)
                        .toList()
                : comparison.sites().stream()
                        .map(site -> of(site, metric))
                        .sorted(BIGGEST_FIRST)
                        .toList();
    }

    private static SiteRow of(SiteChange site, Metric metric) {
        Change blocks = switch (metric) {
            case LIVE_BYTES, LIVE_BLOCKS -> site.liveBlocks();
            default -> site.allocations();
        };
        return new SiteRow(
                site.binding(),
                site.frame(),
                figure(site, metric),
                blocks,
                site.verdictAfter(),
                site.verdictBefore() != null
                        && site.verdictAfter() == null
                        && site.held().differs()
                        && site.held().difference() < 0,
                site.before() == null ? null : site.before().totals().key(),
                site.after() == null ? null : site.after().totals().key());
    }

    private static Change figure(SiteChange site, Metric metric) {
        return switch (metric) {
            case LIVE_BYTES -> site.liveBytes();
            case LIVE_BLOCKS -> site.liveBlocks();
            case ALLOCATED_BYTES -> site.allocatedBytes();
            case ALLOCATIONS -> site.allocations();
            case FREED_BYTES -> site.freedBytes();
            case OWNER_GONE_BYTES, CALLBACKS, DIED_IN_CYCLE ->
                throw new IllegalArgumentException(metric + " is not compared by site");
        };
    }

    private static SiteRow of(CallbackChange callback) {
        return new SiteRow(
                callback.site().binding(),
                callback.site().frame(),
                callback.live(),
                callback.live(),
                null,
                false,
                callback.before() == null
                        ? null
                        : new SiteKey(
                                callback.before().binding(), callback.before().stack()),
                callback.after() == null
                        ? null
                        : new SiteKey(
                                callback.after().binding(), callback.after().stack()));
    }

    /// Whether a frame of the graph, which has no line, is this line's method.
    boolean isIn(Frame method) {
        return frame != null
                && frame.className().equals(method.className())
                && frame.method().equals(method.method());
    }
}
