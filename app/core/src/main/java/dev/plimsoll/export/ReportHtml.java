package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Help;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.session.HealthTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The report as one file to attach to a bug ticket: no script, no network, and readable where styles are taken out.
public final class ReportHtml implements Export {

    private static final int MOST_ROWS = 15;
    private static final int MOST_CYCLES = 30;
    private static final int MOST_FRAMES = 24;

    private final List<Suppressions.Suppressed> suppressed;

    /// @param suppressed what the snapshot's findings are without
    public ReportHtml(List<Suppressions.Suppressed> suppressed) {
        this.suppressed = suppressed;
    }

    @Override
    public void write(Snapshot snapshot, Appendable out) throws IOException {
        out.append(new Report(snapshot, suppressed, new Html()).build());
    }

    private record Report(Snapshot snapshot, List<Suppressions.Suppressed> suppressed, Html html) {

        String build() throws IOException {
            html.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
            html.raw("<meta name=\"viewport\" content=\"width=device-width\">");
            html.element("title", "", "Plimsoll: " + snapshot.subject().name());
            html.raw("<style>\n" + style() + "</style></head><body>");
            html.element(
                    "p",
                    "soft", // A ticket is read elsewhere: the folder it lay in says nothing there.
                    ReportText.head(snapshot, snapshot.subject().name()));
            html.element("h1", "", snapshot.summary());
            html.raw(MemoryChart.of(snapshot.timeline()));
            snapshot.findings().forEach(this::finding);
            leftOut();
            memory();
            bindings();
            sites();
            callbacks();
            cycles();
            health();
            html.element("h2", "", "What cannot be seen").list(ReportText.unseen(snapshot));
            help();
            return html.raw("</body></html>").toString();
        }

        private void finding(Finding finding) {
            html.raw("<section class=\"finding " + finding.severity().word() + "\">");
            html.raw("<h2><span class=\"badge\">"
                    + Html.escape(finding.severity().word().toUpperCase(java.util.Locale.ROOT)) + "</span> "
                    + Html.escape(finding.verdict().words()) + "</h2>");
            if (finding.frame() != null) {
                html.element("p", "line", finding.frame().label());
            }
            html.element("p", "", finding.sentence()).list(finding.evidenceWords());
            if (!finding.advice().isEmpty()) {
                html.element("pre", "advice", finding.advice().strip());
            }
            stack("Stack", finding.stack());
            Finding.OtherStack other = finding.other();
            if (other != null) {
                html.element("h3", "", other.what()).element("pre", "", String.join("\n", other.frames()));
            }
            html.raw("</section>");
        }

        private void stack(String title, int id) {
            if (id <= 0) {
                return;
            }
            Stack stack = snapshot.stacks().get(id);
            StringBuilder text = new StringBuilder();
            List<Frame> frames = stack.frames();
            for (Frame frame : frames.subList(0, Math.min(MOST_FRAMES, frames.size()))) {
                text.append(frame.equals(stack.site()) ? "> " : "  ")
                        .append(frame.label())
                        .append('\n');
            }
            if (frames.size() > MOST_FRAMES) {
                text.append("  and ")
                        .append(Figures.count(frames.size() - MOST_FRAMES, "more frame"))
                        .append('\n');
            }
            html.element("h3", "", title).element("pre", "", text.toString());
        }

        private void leftOut() {
            if (!suppressed.isEmpty()) {
                html.element("h2", "", "Suppressed")
                        .table(
                                List.of("rule", "line", "since", "reason"),
                                suppressed.stream()
                                        .map(one -> List.of(
                                                one.finding().rule(),
                                                ReportText.frame(one.finding().frame()),
                                                one.entry().since().toString(),
                                                one.entry().reason()))
                                        .toList());
            }
        }

        private void memory() {
            html.element("h2", "", "Memory of the process at the end")
                    .table(List.of("part", ">bytes", ">of resident"), ReportText.book(snapshot));
        }

        private void bindings() {
            List<List<String>> rows = new ArrayList<>();
            for (BindingSums sums : snapshot.ledger().bindings()) {
                rows.add(List.of(
                        sums.binding(),
                        Figures.bytes(sums.liveBytes().value()),
                        interval(sums.liveBytes()),
                        Figures.count(sums.liveBlocks().value()),
                        Figures.bytes(sums.allocatedBytes()),
                        Figures.count(sums.allocations()),
                        Figures.count(sums.frees())));
            }
            table(
                    "Native memory by binding",
                    List.of("binding", ">live", ">95 % interval", ">blocks", ">allocated", ">allocations", ">frees"),
                    rows);
        }

        private void sites() {
            List<List<String>> rows = new ArrayList<>();
            List<Site> sites = Sites.of(snapshot.ledger(), snapshot.stacks());
            for (Site site : sites.subList(0, Math.min(MOST_ROWS, sites.size()))) {
                rows.add(List.of(
                        Figures.bytes(site.totals().liveBytes().value()),
                        interval(site.totals().liveBytes()),
                        Figures.count(site.totals().liveBlocks().value()),
                        Figures.bytes(site.totals().ownerGoneBytes().value()),
                        site.binding(),
                        ReportText.frame(site.frame())));
            }
            table(
                    "Where live memory was allocated",
                    List.of(">live", ">95 % interval", ">blocks", ">owner gone", "binding", "line"),
                    rows);
        }

        private void callbacks() {
            List<List<String>> rows = new ArrayList<>();
            List<CallbackSite> sites = Sites.ofCallbacks(snapshot.ledger(), snapshot.stacks());
            for (CallbackSite site : sites.subList(0, Math.min(MOST_ROWS, sites.size()))) {
                String target = site.targetClass();
                rows.add(List.of(
                        Figures.count(site.live()),
                        site.binding(),
                        target == null ? "?" : target,
                        ReportText.frame(site.frame())));
            }
            table("Live callbacks", List.of(">live", "binding", "calls", "registered at"), rows);
        }

        private void cycles() {
            List<Cycle> cycles = snapshot.timeline().cycles();
            long start = snapshot.timeline().start();
            List<List<String>> rows = new ArrayList<>();
            for (Cycle cycle : cycles.subList(Math.max(0, cycles.size() - MOST_CYCLES), cycles.size())) {
                rows.add(List.of(
                        Figures.duration(cycle.start() - start),
                        cycle.name() + ", " + cycle.cause(),
                        Figures.duration(cycle.sumOfPauses()),
                        Figures.bytes(cycle.ownerDiedBytes()),
                        Figures.bytes(cycle.freedBytes()),
                        Figures.bytes(cycle.stuckBytes())));
            }
            table(
                    "GC cycles and native memory",
                    List.of(">at", "cycle", ">paused", ">owner died", ">freed before the next", ">stuck"),
                    rows);
        }

        private void health() {
            table(
                    "Health",
                    List.of("metric", ">value", "healthy", "state", "what to do"),
                    HealthTable.of(snapshot).rows().stream()
                            .map(row -> List.of(
                                    row.metric().words(),
                                    row.value(),
                                    row.healthy(),
                                    row.state().name().toLowerCase(java.util.Locale.ROOT),
                                    row.action()))
                            .toList());
        }

        private void table(String title, List<String> heads, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                html.element("h2", "", title).table(heads, rows);
            }
        }

        private void help() {
            Set<String> rules = new LinkedHashSet<>();
            snapshot.findings().forEach(finding -> rules.add(finding.rule()));
            if (!rules.isEmpty()) {
                html.element("h2", "", "What the findings mean");
            }
            for (String rule : rules) {
                Help.of(rule).ifPresent(page -> {
                    html.element("h3", "", page.title() + " (" + rule + ")");
                    page.paragraphs().forEach(text -> html.element("p", "", text));
                });
            }
        }

        private static String interval(Estimate estimate) {
            return estimate.exact() ? "exact" : "± " + Figures.bytes(estimate.margin());
        }

        private static String style() throws IOException {
            try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
                if (in == null) {
                    throw new IOException("report.css is missing in Plimsoll's own files; install it again.");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
