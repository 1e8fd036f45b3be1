package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.History;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackFigure;
import dev.plimsoll.ledger.StackFigures;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.MemoryBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The input, with what several rules ask of it.
final class Evidence {

    /// Nanoseconds after a cycle until Cleaners have done what it gave them.
    private static final long CLEANERS = 1_000_000_000L;

    private final FindingInput input;
    private final long[] cycleStarts;
    private final long[] oldStarts;
    private final long lastOld;
    private final List<Trend> blockTrends;
    private final List<Trend> callbackTrends;
    private final Map<Trend, Growth> growths = new IdentityHashMap<>();
    private @Nullable Map<Line, List<StackTotals>> stacksByLine;
    private @Nullable Map<SiteHistory, Integer> places;

    /// A line of code and the binding through which it takes memory.
    private record Line(String binding, @Nullable Frame frame) {}

    Evidence(FindingInput input) {
        this.input = input;
        List<Cycle> cycles = input.timeline().cycles();
        cycleStarts = cycles.stream().mapToLong(Cycle::start).toArray();
        oldStarts = cycles.stream()
                .filter(cycle -> !cycle.young())
                .mapToLong(Cycle::start)
                .toArray();
        lastOld = cycles.stream()
                .filter(cycle -> !cycle.young() && cycle.end() + CLEANERS < now())
                .mapToLong(Cycle::start)
                .max()
                .orElse(0);
        blockTrends = trends(history().blocks(), false);
        callbackTrends = trends(history().callbacks(), true);
    }

    FindingInput input() {
        return input;
    }

    /// Nanoseconds from the first event to now, 0 before one.
    long span() {
        long start = input.timeline().start();
        return start == 0 ? 0 : now() - start;
    }

    MemoryBook book() {
        return MemoryBook.of(input.timeline());
    }

    /// Blocks that a line took since the attach, an estimate.
    double allocations(SiteHistory site) {
        StackFigures figures = history().figures();
        if (figures != null) {
            return figures.sum(place(site), StackFigure.ALLOCATIONS);
        }
        double sum = 0;
        for (StackTotals totals : stacksOf(site)) {
            sum += totals.allocations().value();
        }
        return sum;
    }

    /// Where a line stands in the history.
    private int place(SiteHistory site) {
        Map<SiteHistory, Integer> known = places;
        if (known == null) {
            known = new IdentityHashMap<>();
            List<SiteHistory> lines = history().lines();
            for (int line = 0; line < lines.size(); line++) {
                known.put(lines.get(line), line);
            }
            places = known;
        }
        return Objects.requireNonNull(known.get(site));
    }

    /// Found in one walk over all stacks: rules ask for every line, and there may be a hundred stacks to each.
    private List<StackTotals> stacksOf(SiteHistory site) {
        Map<Line, List<StackTotals>> known = stacksByLine;
        if (known == null) {
            known = new HashMap<>();
            for (StackTotals totals : input.ledger().stacks()) {
                Frame frame = input.stacks().get(totals.key().stack()).site();
                known.computeIfAbsent(new Line(totals.key().binding(), frame), line -> new ArrayList<>())
                        .add(totals);
            }
            stacksByLine = known;
        }
        return known.getOrDefault(new Line(site.binding(), site.frame()), List.of());
    }

    /// A stack of a line's callbacks, live or released, 0 when none is known.
    int callbackStack(SiteHistory site) {
        for (Callback callback : input.ledger().callbacks()) {
            if (isOf(site, callback.binding(), callback.stack())) {
                return callback.stack();
            }
        }
        return 0;
    }

    History history() {
        return input.history();
    }

    /// Of the lines with enough marks, adjusted for their number.
    List<Trend> trends(boolean callbacks) {
        return callbacks ? callbackTrends : blockTrends;
    }

    /// One of [#trends] weighed; several ask.
    Growth growth(Trend trend, boolean callbacks) {
        return growths.computeIfAbsent(trend, one -> Growth.of(one, callbacks, this));
    }

    /// The newest collection that had begun by then, or nowhere.
    Door cycleBefore(long time) {
        int at = upTo(time);
        return at < 0
                ? new Door.None()
                : new Door.Cycle(input.timeline().cycles().get(at).gcId());
    }

    /// Where the cycle stands that began last by then, -1 when none had.
    private int upTo(long time) {
        int found = Arrays.binarySearch(cycleStarts, time);
        return found >= 0 ? found : -found - 2;
    }

    /// From then to now.
    ///
    /// @param site as in [Door.Stretch]
    Door since(long from, @Nullable SiteKey site) {
        long start = Math.max(from, input.timeline().start());
        return new Door.Stretch(Math.min(start, now()), now(), site);
    }

    /// GC cycles that began in `from <= start < to`.
    int cycles(long from, long to) {
        return between(cycleStarts, from, to);
    }

    /// Of those, the ones that looked at the old generation too.
    int oldCycles(long from, long to) {
        return between(oldStarts, from, to);
    }

    /// When the newest collection of the whole heap began whose Cleaners have run; 0 when there was none.
    long lastOldCycle() {
        return lastOld;
    }

    /// The epoch in which `time` lies.
    int epochOf(long time) {
        int found = Arrays.binarySearch(history().ends(), time);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// End of the epoch, or the newest event's time for the present one.
    long endOf(int epoch) {
        return epoch < history().epochs() ? history().ends()[epoch] : now();
    }

    long now() {
        return Math.max(input.ledger().time(), input.timeline().end());
    }

    /// The binding's own counters say that about as many blocks were freed as taken since the attach, so that what
    /// looks like growth replaces blocks that are older than the attach.
    boolean replacesOlder(SiteHistory site, double grown) {
        for (BindingSums sums : input.ledger().bindings()) {
            if (sums.binding().equals(site.binding()) && sums.countersExact()) {
                return sums.allocations() - sums.frees() < 0.5 * grown;
            }
        }
        return false;
    }

    /// The stack of a line that has the most of `figure`, 0 when there is none.
    int stack(SiteHistory site, StackFigure figure) {
        StackFigures figures = history().figures();
        if (figures != null) {
            return figures.most(place(site), figure);
        }
        int best = 0;
        double most = 0;
        for (StackTotals totals : stacksOf(site)) {
            double value = figure.of(totals);
            if (value > most) {
                best = totals.key().stack();
                most = value;
            }
        }
        return best;
    }

    /// Blocks that a line took since the attach by stack, estimates.
    void takenByStack(SiteHistory site, StackFigures.StackSink each) {
        StackFigures figures = history().figures();
        if (figures != null) {
            figures.forEach(place(site), StackFigure.ALLOCATIONS, each);
            return;
        }
        for (StackTotals totals : stacksOf(site)) {
            each.stack(totals.key().stack(), totals.allocations().value());
        }
    }

    /// The stack of a line that holds most, 0 when none holds any.
    int holdingStack(SiteHistory site) {
        return stack(site, site.sized() ? StackFigure.LIVE_BYTES : StackFigure.LIVE_BLOCKS);
    }

    /// The newest live callback of a line, or null.
    @Nullable
    Callback newestCallback(SiteHistory site) {
        Callback newest = null;
        for (Callback callback : input.ledger().callbacks()) {
            if (callback.live() && isOf(site, callback.binding(), callback.stack())) {
                newest = callback;
            }
        }
        return newest;
    }

    /// How a sentence names a line.
    static String name(SiteHistory site) {
        Frame frame = site.frame();
        return frame == null ? "Code without a recorded stack" : frame.label();
    }

    private boolean isOf(SiteHistory site, String binding, int stack) {
        return binding.equals(site.binding())
                && Objects.equals(input.stacks().get(stack).site(), site.frame());
    }

    private List<Trend> trends(List<SiteHistory> sites, boolean callbacks) {
        List<Trend> trends = new ArrayList<>();
        long[] ends = history().ends();
        for (SiteHistory site : sites) {
            int first = firstWholeEpoch(site);
            if (ends.length - first >= Trend.FEWEST && site.alive() > 0) {
                trends.add(trend(site, first, callbacks));
            }
        }
        double[] q =
                BenjaminiHochberg.adjust(trends.stream().mapToDouble(Trend::p).toArray());
        for (int i = 0; i < q.length; i++) {
            trends.set(i, trends.get(i).withQ(q[i]));
        }
        return trends;
    }

    /// The rise of a line from the epoch `first` on, at least 1; not adjusted for the number of lines.
    ///
    /// @param callbacks whether it is a line of callbacks: those are counted, as are blocks without a size
    Trend trend(SiteHistory site, int first, boolean callbacks) {
        long[] ends = history().ends();
        SiteHistory.Levels levels = site.levels();
        return callbacks || !site.sized()
                ? Trend.of(site, first, ends, levels.blocks(), callbacks ? 0 : countVariance(site))
                : Trend.of(site, first, ends, levels.bytes(), levels.variance()[ends.length - 1]);
    }

    /// Of the number of live blocks, about: as if each recorded one stood for as many.
    private static double countVariance(SiteHistory site) {
        double blocks = site.cohorts().blocksBefore(Integer.MAX_VALUE);
        long recorded = Math.max(1, site.alive());
        return blocks * Math.max(0, blocks / recorded - 1);
    }

    /// In the epoch of its first birth a line stands at 0, which would make a rise of every beginning.
    int firstWholeEpoch(SiteHistory site) {
        return 1 + epochOf(site.firstBirth());
    }

    private static int between(long[] sorted, long from, long to) {
        return lowerBound(sorted, to) - lowerBound(sorted, from);
    }

    private static int lowerBound(long[] sorted, long value) {
        int found = Arrays.binarySearch(sorted, value);
        return found >= 0 ? found : -found - 1;
    }
}
