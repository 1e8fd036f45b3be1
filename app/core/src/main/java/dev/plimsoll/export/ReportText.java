package dev.plimsoll.export;

import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.MemoryBook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report for a person at a terminal: the answer first, then what it stands on, then what cannot be seen.
/// Plain text, no colour.
public final class ReportText implements Export {

    /// Rows of a table; the rest is said as a number.
    private static final int MOST_ROWS = 10;

    private static final String UNKNOWN = "not recorded";

    private final @Nullable Comparison comparison;
    private final List<Suppressions.Suppressed> suppressed;

    /// Of one recording.
    public ReportText() {
        this(null, List.of());
    }

    /// What changed first, then the report as it is.
    ///
    /// @param comparison whose second state is the snapshot that is written
    public ReportText(Comparison comparison) {
        this(comparison, List.of());
    }

    /// @param comparison as above, or null
    /// @param suppressed what the snapshot's findings are without
    public ReportText(@Nullable Comparison comparison, List<Suppressions.Suppressed> suppressed) {
        this.comparison = comparison;
        this.suppressed = suppressed;
    }

    @Override
    public void write(Snapshot snapshot, Appendable out) throws IOException {
        if (comparison != null) {
            out.append(new ComparisonText(comparison).build()).append('\n');
        }
        out.append(new Report(snapshot, suppressed, new StringBuilder()).build());
    }

    private record Report(Snapshot snapshot, List<Suppressions.Suppressed> suppressed, StringBuilder out) {

        StringBuilder build() {
            Subject subject = snapshot.subject();
            line(head(snapshot, subject.source().isEmpty() ? subject.name() : subject.source()));
            line(snapshot.summary());
            snapshot.findings().forEach(this::finding);
            leftOut();
            bindings();
            sites();
            callbacks();
            gc();
            memory();
            watched();
            cannotBeSeen();
            return out;
        }

        private void finding(Finding finding) {
            line("");
            line(finding.severity().word().toUpperCase(java.util.Locale.ROOT) + "  "
                    + finding.verdict().words()
                    + (finding.frame() == null ? "" : "  " + frame(finding.frame())));
            line("  " + finding.sentence());
            finding.evidenceWords().forEach(evidence -> line("  - " + evidence));
            other(finding);
            if (!finding.advice().isEmpty()) {
                finding.advice().lines().forEach(advice -> line("  > " + advice));
            }
        }

        /// The second stack by its line: a report at a terminal has room for no more.
        private void other(Finding finding) {
            Finding.OtherStack second = finding.other();
            if (second != null) {
                line("  - " + second.what() + " " + second.frames().getFirst());
            }
        }

        private void leftOut() {
            if (!suppressed.isEmpty()) {
                title("Suppressed");
                for (Suppressions.Suppressed one : suppressed) {
                    line("  " + one.finding().rule() + "  "
                            + frame(one.finding().frame()) + "  since "
                            + one.entry().since() + ": " + one.entry().reason());
                }
            }
        }

        private void bindings() {
            if (snapshot.ledger().bindings().isEmpty()) {
                return;
            }
            title("Native memory by binding");
            Columns table = new Columns(
                    "binding", ">live", ">95 % interval", ">blocks", ">allocated", ">allocations", ">frees");
            for (BindingSums sums : snapshot.ledger().bindings()) {
                table.row(
                        sums.binding(),
                        Figures.bytes(sums.liveBytes().value()),
                        interval(sums.liveBytes()),
                        blocks(sums.liveBlocks()),
                        Figures.bytes(sums.allocatedBytes()),
                        Figures.count(sums.allocations()),
                        Figures.count(sums.frees()));
            }
            table.print(out);
        }

        private void sites() {
            List<Site> sites = Sites.of(snapshot.ledger(), snapshot.stacks());
            if (sites.isEmpty()) {
                return;
            }
            title("Where live memory was allocated");
            Columns table = new Columns(">live", ">95 % interval", ">blocks", ">owner gone", "binding", "line");
            for (Site site : sites.subList(0, Math.min(MOST_ROWS, sites.size()))) {
                table.row(
                        Figures.bytes(site.totals().liveBytes().value()),
                        interval(site.totals().liveBytes()),
                        blocks(site.totals().liveBlocks()),
                        Figures.bytes(site.totals().ownerGoneBytes().value()),
                        site.binding(),
                        frame(site.frame()) + (site.frameTruncated() ? " (stack cut off)" : ""));
            }
            table.print(out);
            more(sites.size(), "site");
        }

        private void callbacks() {
            LedgerSnapshot ledger = snapshot.ledger();
            if (ledger.callbacksRegistered() == 0) {
                return;
            }
            title("Callbacks: " + Figures.count(ledger.callbacksRegistered()) + " registered, "
                    + Figures.count(ledger.callbacksReleased()) + " released, "
                    + Figures.count(ledger.callbacksLive()) + " live");
            List<CallbackSite> sites = Sites.ofCallbacks(ledger, snapshot.stacks());
            if (sites.isEmpty()) {
                return;
            }
            Columns table = new Columns(">live", ">invoked", ">last", "binding", "calls", "registered at");
            for (CallbackSite site : sites.subList(0, Math.min(MOST_ROWS, sites.size()))) {
                String target = site.targetClass();
                table.row(
                        Figures.count(site.live()),
                        site.invocations() < 0 ? "?" : Figures.count(site.invocations()),
                        last(site),
                        site.binding(),
                        target == null ? "?" : target,
                        frame(site.frame()) + (site.frameTruncated() ? " (stack cut off)" : ""));
            }
            table.print(out);
            more(sites.size(), "site");
        }

        private String last(CallbackSite site) {
            if (site.lastInvoked() == 0) {
                return site.invocations() == 0 ? "never" : "?";
            }
            long end = Math.max(snapshot.timeline().end(), snapshot.ledger().time());
            return Figures.duration(Math.max(0, end - site.lastInvoked())) + " ago";
        }

        private void gc() {
            List<Cycle> cycles = snapshot.timeline().cycles();
            long total = 0;
            long longest = 0;
            for (Cycle cycle : cycles) {
                total += cycle.sumOfPauses();
                longest = Math.max(longest, cycle.longestPause());
            }
            title("Garbage collection");
            String collector = snapshot.subject().collector();
            line("  " + (collector.isEmpty() ? "" : collector + ": ") + Figures.count(cycles.size(), "cycle")
                    + (cycles.isEmpty()
                            ? ""
                            : ", paused " + Figures.duration(total) + " in all, " + Figures.duration(longest)
                                    + " at most"));
        }

        private void memory() {
            title("Memory of the process at the end");
            Columns table = new Columns("part", ">bytes", ">of resident");
            book(snapshot).forEach(row -> table.row(row.toArray(String[]::new)));
            table.print(out);
        }

        private void watched() {
            List<String> lines = Watched.lines(snapshot);
            if (!lines.isEmpty()) {
                title("What was watched");
                lines.forEach(text -> line("  " + text));
            }
        }

        private void cannotBeSeen() {
            title("What cannot be seen");
            unseen(snapshot).forEach(text -> line("  - " + text));
        }

        private void title(String text) {
            line("");
            line(text);
        }

        private void more(int size, String what) {
            if (size > MOST_ROWS) {
                line("  and " + Figures.count(size - MOST_ROWS, "more " + what));
            }
        }

        private void line(String text) {
            out.append(text).append('\n');
        }

        /// With its error where it is estimated: of handles whose size nobody tells it is the only figure.
        private static String blocks(Estimate blocks) {
            String value = Figures.count(blocks.value());
            return blocks.exact() ? value : value + " ± " + Figures.count(blocks.margin());
        }

        private static String interval(Estimate estimate) {
            return estimate.exact() ? "exact" : "± " + Figures.bytes(estimate.margin());
        }
    }

    static String frame(@Nullable Frame frame) {
        return frame == null ? "no stack recorded" : frame.label();
    }

    /// What was recorded, in one line.
    static String head(Snapshot snapshot, String name) {
        Subject subject = snapshot.subject();
        List<String> parts = new ArrayList<>();
        parts.add(name);
        if (!subject.jvm().isEmpty()) {
            parts.add(subject.jvm());
        }
        if (subject.pid() >= 0) {
            parts.add("pid " + subject.pid());
        }
        parts.add(
                Figures.duration(snapshot.timeline().end() - snapshot.timeline().start()));
        parts.add(Figures.count(snapshot.ledger().eventsApplied(), "event"));
        return String.join(", ", parts);
    }

    /// What the recording cannot show, a sentence each.
    static List<String> unseen(Snapshot snapshot) {
        List<String> lines = new ArrayList<>();
        Health health = snapshot.health();
        List<String> remarks = snapshot.phase() instanceof Phase.Playback playback ? playback.remarks() : List.of();
        if (health.truncated() && remarks.isEmpty()) {
            lines.add("The recording breaks off; what could be read is shown.");
        }
        lines.addAll(remarks);
        if (health.eventsLost() > 0) {
            lines.add("Events were lost (" + Figures.count(health.eventsLost())
                    + "); live figures may be too high or too low.");
        }
        if (health.orphanFrees() > 0) {
            lines.add(Figures.count(health.orphanFrees(), "free")
                    + " without a known allocation: the blocks are older than the recording.");
        }
        lines.addAll(health.following().words());
        if (health.agentErrors() > 0) {
            lines.add(Figures.count(health.agentErrors(), "fault") + " in the agent's hooks, kept from the target.");
        }
        if (health.interval() > 1) {
            lines.add("Blocks are sampled, one in " + Figures.bytes(health.interval())
                    + " of allocation at the end: figures with an interval are estimates.");
        }
        for (Coverage coverage : snapshot.coverage()) {
            if (coverage.state().equals("failed")) {
                lines.add("Binding " + coverage.binding() + " is not watched: " + coverage.detail());
            }
        }
        lines.addAll(snapshot.unknown());
        lines.add(Watched.before(snapshot));
        return lines;
    }

    /// The account book: part, bytes, share of the resident set. Parts and rest add up.
    static List<List<String>> book(Snapshot snapshot) {
        MemoryBook book = MemoryBook.of(snapshot.timeline());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("resident", known(book.rss()), ""));
        boolean heap = snapshot.timeline().heapCommitted().size() > 0;
        if (!heap) {
            rows.add(row("heap", Double.NaN, book.rss()));
        }
        for (MemoryBook.Part part : book.parts()) {
            String name = part.binding() ? part.name() + ", live" : part.name();
            rows.add(row(name, part.series().last(), book.rss()));
        }
        double rest = book.rest().last();
        rows.add(row(
                !heap ? "everything else" : rest < 0 ? "committed but never touched" : "unexplained",
                rest,
                book.rss()));
        return rows;
    }

    private static List<String> row(String name, double bytes, double rss) {
        boolean share = Double.isFinite(bytes) && rss > 0;
        return List.of(name, known(bytes), share ? Figures.percent(bytes / rss) : "");
    }

    private static String known(double bytes) {
        return Double.isFinite(bytes) ? Figures.bytes(bytes) : UNKNOWN;
    }
}
