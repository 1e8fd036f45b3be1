package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Native memory was given back but the process did not shrink: the allocator keeps it, in holes between blocks that
/// live. It is used again when the program asks; it is no leak.
final class AllocatorSlackRule implements Rule {

    static final String ID = "allocator-slack";

    private static final double WORTH_BYTES = 24 << 20;
    private static final long LONG_ENOUGH = 5_000_000_000L;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether the allocator keeps what was freed";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS, Needs.RESIDENT);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        TimelineSnapshot timeline = evidence.input().timeline();
        Series rss = timeline.rss();
        double peak = 0;
        double outsideAtPeak = 0;
        long when = 0;
        for (int i = 0; i < rss.size(); i++) {
            long time = rss.times()[i];
            double live = live(timeline, time);
            if (live > peak) {
                peak = live;
                when = time;
                outsideAtPeak = outside(timeline, time);
            }
        }
        double now = evidence.input().ledger().liveBytes().value();
        double fell = peak - now;
        double kept = fell - Math.max(0, outsideAtPeak - outside(timeline, evidence.now()));
        boolean much = kept >= WORTH_BYTES && kept >= 0.5 * fell && kept >= 0.1 * rss.last() && now < 0.6 * peak;
        if (!much || evidence.now() - when < LONG_ENOUGH) {
            return List.of();
        }
        return List.of(finding(peak, when, now, kept, evidence));
    }

    /// Resident memory that is not the Java heap's.
    private static double outside(TimelineSnapshot timeline, long time) {
        double heap = timeline.heapCommitted().at(time);
        return timeline.rss().at(time) - (Double.isNaN(heap) ? 0 : heap);
    }

    private static double live(TimelineSnapshot timeline, long time) {
        double live = 0;
        for (Series series : timeline.nativeLive()) {
            double value = series.at(time);
            live += Double.isNaN(value) || series.name().equals("mapped") ? 0 : value;
        }
        return live;
    }

    private static Finding finding(double peak, long when, double now, double kept, Evidence evidence) {
        List<Site> sites = new ArrayList<>(
                Sites.of(evidence.input().ledger(), evidence.input().stacks()));
        sites.sort(
                Comparator.comparingDouble(site -> -site.totals().freedBytes().value()));
        Site most = sites.isEmpty() ? null : sites.getFirst();
        Frame frame = most == null ? null : most.frame();
        List<EvidenceLine> lines = new ArrayList<>();
        lines.add(EvidenceLine.of("Live native memory fell from " + Figures.bytes(peak) + " to " + Figures.bytes(now)
                        + "; the process did not shrink with it.")
                .at(evidence.since(when, null)));
        if (most != null) {
            lines.add(EvidenceLine.of("Most was given back by blocks of "
                            + (frame == null ? "unknown code" : frame.label()) + ", "
                            + Figures.bytes(most.totals().freedBytes().value()) + ".")
                    .at(Door.blocks(most.binding(), most.stack())));
        }
        return new Finding(
                ID,
                Verdict.RETAINED_BY_ALLOCATOR,
                "About " + Figures.bytes(kept) + " that was given back is still resident: the allocator keeps it.",
                most == null ? "" : most.binding(),
                new Estimate(kept, 0),
                Estimate.ZERO,
                frame,
                most == null ? 0 : most.stack(),
                lines,
                """
                Trim it once, or let the allocator keep fewer arenas and give back sooner.
                jcmd PID System.trim_native_heap
                MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 java ...""");
    }
}
