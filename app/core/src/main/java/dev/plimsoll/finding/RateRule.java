package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.ledger.StackFigure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is done so often, or so largely, that it costs time though nothing leaks: blocks taken many times a second,
/// requests of many MiB, shared arenas closed again and again, callbacks made for each call. Never more than a notice.
final class RateRule implements Rule {

    static final String ALLOCATIONS = "allocation-rate";
    static final String LARGE = "large-request";
    static final String SHARED = "shared-arena-rate";
    static final String CALLBACKS = "callback-per-call";

    private static final long LONG_ENOUGH = 5_000_000_000L;

    /// Of one kind; the rest would only repeat it.
    private static final int MOST = 3;

    private final Thresholds thresholds;

    RateRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return ALLOCATIONS;
    }

    @Override
    public String question() {
        return "whether native calls are too many";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> found = new ArrayList<>();
        if (evidence.span() >= LONG_ENOUGH) {
            found.addAll(most(evidence.history().blocks(), site -> rates(site, evidence)));
            found.addAll(most(evidence.history().blocks(), site -> large(site, evidence)));
            found.addAll(most(evidence.history().callbacks(), site -> callbacks(site, evidence)));
        }
        return found;
    }

    private interface Judge {
        @Nullable
        Finding of(SiteHistory site);
    }

    private static List<Finding> most(List<SiteHistory> sites, Judge judge) {
        List<Finding> found = new ArrayList<>();
        for (SiteHistory site : sites) {
            Finding finding = judge.of(site);
            if (finding != null) {
                found.add(finding);
            }
        }
        found.sort(Comparator.comparingDouble(finding -> -finding.blocks().value()));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    private @Nullable Finding rates(SiteHistory site, Evidence evidence) {
        double blocks = evidence.allocations(site);
        double perSecond = blocks / evidence.span() * 1e9;
        boolean shared = site.kind().equals("shared")
                && site.ends().arena() > 0.5 * site.born()
                && perSecond >= thresholds.sharedClosesPerSecond();
        if (!shared && perSecond < thresholds.allocationsPerSecond()) {
            return null;
        }
        String rate = Figures.rate(blocks, evidence.span());
        return shared
                ? finding(
                        SHARED,
                        site,
                        Evidence.name(site) + " opens and closes shared arenas " + rate + ".",
                        blocks,
                        "To close a shared arena all threads of the JVM are asked to a handshake; a confined one is closed for free.",
                        """
                        Take a confined arena where one thread does all of it, or keep one shared arena for many uses.
                        try (Arena arena = Arena.ofConfined()) { ... }""",
                        evidence)
                : finding(
                        ALLOCATIONS,
                        site,
                        Evidence.name(site) + " takes " + site.binding() + " memory " + rate + ".",
                        blocks,
                        "The threshold is " + Figures.count(thresholds.allocationsPerSecond())
                                + " a second; each costs a native call, and most are given back at once.",
                        useAgain(site),
                        evidence);
    }

    private static String useAgain(SiteHistory site) {
        return !site.sized() ? """
                Make the object once and use it again: one for each thread, or a few in a pool.
                private static final ThreadLocal<Codec> CODEC = ThreadLocal.withInitial(Codec::new);""" : """
                Take the memory once and use it again: a buffer per thread, or one arena for many small blocks.
                try (Arena arena = Arena.ofConfined()) { SegmentAllocator many = SegmentAllocator.slicingAllocator(arena.allocate(size)); ... }""";
    }

    private @Nullable Finding large(SiteHistory site, Evidence evidence) {
        double bytes = site.levels().largest();
        if (bytes < thresholds.requestBytes()) {
            return null;
        }
        return finding(
                LARGE,
                site,
                Evidence.name(site) + " asked for " + Figures.bytes(bytes) + " of " + site.binding()
                        + " memory in one request.",
                evidence.allocations(site),
                "The threshold is " + Figures.bytes(thresholds.requestBytes())
                        + "; the system gives such blocks as mappings of their own and clears every page of them.",
                """
                Work in pieces, or keep the one large block.
                for (long at = 0; at < size; at += PIECE) { ... }""",
                evidence);
    }

    private @Nullable Finding callbacks(SiteHistory site, Evidence evidence) {
        double perSecond = site.born() / (double) evidence.span() * 1e9;
        if (perSecond < thresholds.callbacksPerSecond() || site.alive() > 0.5 * site.born()) {
            return null;
        }
        Frame frame = site.frame();
        int stack = evidence.callbackStack(site);
        return new Finding(
                        CALLBACKS,
                        Verdict.MISUSE,
                        Evidence.name(site) + " makes a callback for each call, "
                                + Figures.rate(site.born(), evidence.span()) + ", and releases it again.",
                        site.binding(),
                        Estimate.ZERO,
                        new Estimate(site.born(), 0),
                        frame,
                        stack,
                        List.of(
                                EvidenceLine.of(Figures.count(site.born()) + " were registered and "
                                                + Figures.count(site.born() - site.alive()) + " released in "
                                                + Figures.duration(evidence.span()) + ".")
                                        .at(Door.flame(site.binding(), stack)),
                                EvidenceLine.of(
                                        "Making and releasing one takes microseconds: native code is generated each time.")),
                        """
                        Register one callback and use it for all calls.
                        private static final MemorySegment COMPARE = linker.upcallStub(compare, type, Arena.global());""")
                .asGraveAs(Severity.NOTICE);
    }

    private static Finding finding(
            String id,
            SiteHistory site,
            String sentence,
            double blocks,
            String line,
            String advice,
            Evidence evidence) {
        int stack = evidence.stack(site, StackFigure.ALLOCATIONS);
        return new Finding(
                        id,
                        Verdict.MISUSE,
                        sentence,
                        site.binding(),
                        Estimate.ZERO,
                        new Estimate(blocks, 0),
                        site.frame(),
                        stack,
                        List.of(
                                EvidenceLine.of(Figures.count(blocks, "block") + " in "
                                                + Figures.duration(evidence.span())
                                                + (!site.sized()
                                                        ? "; how large they are nobody tells."
                                                        : ", largest "
                                                                + Figures.bytes(site.levels()
                                                                        .largest()) + "."))
                                        .at(Door.flame(site.binding(), stack)),
                                EvidenceLine.of(line)),
                        advice)
                .asGraveAs(Severity.NOTICE);
    }
}
