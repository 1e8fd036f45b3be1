package dev.plimsoll.export;

import dev.plimsoll.comparison.BindingChange;
import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.FindingChange;
import dev.plimsoll.comparison.SiteChange;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Change;
import java.util.List;

/// What changed, for a person at a terminal: the answer first, then findings, bindings and lines.
record ComparisonText(Comparison comparison) {

    /// Rows of a table; the rest is said as a number.
    private static final int MOST_ROWS = 10;

    String build() {
        StringBuilder out = new StringBuilder();
        out.append("Compared with ")
                .append(comparison.before().subject().source())
                .append(" (")
                .append(Figures.duration(comparison.lengthBefore()))
                .append("; this one ")
                .append(Figures.duration(comparison.lengthAfter()))
                .append(")\n");
        out.append(comparison.summary()).append('\n');
        findings(out);
        bindings(out);
        sites(out);
        return out.toString();
    }

    private void findings(StringBuilder out) {
        if (comparison.findings().isEmpty()) {
            return;
        }
        out.append("\nFindings that came, stayed and went\n");
        Columns table = new Columns("", "verdict", ">before", ">now", "line");
        for (FindingChange change : comparison.findings()) {
            Finding finding = change.finding();
            boolean bytes = change.inBytes();
            Change figure = change.figure();
            Frame frame = finding.frame();
            table.row(
                    change.state().word(),
                    finding.verdict().words(),
                    figure(figure.before().value(), bytes),
                    figure(figure.after().value(), bytes),
                    frame == null ? "" : frame.label());
        }
        table.print(out);
    }

    private void bindings(StringBuilder out) {
        if (comparison.bindings().isEmpty()) {
            return;
        }
        out.append("\nLive memory by binding\n");
        Columns table = new Columns("binding", ">before", ">now", ">difference", ">95 % interval", ">blocks");
        for (BindingChange binding : comparison.bindings()) {
            Change bytes = binding.liveBytes();
            table.row(
                    binding.binding(),
                    Figures.bytes(bytes.before().value()),
                    Figures.bytes(bytes.after().value()),
                    Figures.signedBytes(bytes.difference()),
                    interval(bytes),
                    blocks(binding.liveBlocks()));
        }
        table.print(out);
    }

    private void sites(StringBuilder out) {
        List<SiteChange> changed = comparison.sites().stream()
                .filter(site -> site.held().differs())
                .toList();
        int all = comparison.sites().size();
        if (all == 0) {
            return;
        }
        out.append("\nBiggest changes: ")
                .append(changed.size())
                .append(" of ")
                .append(Figures.count(all, "line"))
                .append(" differ by more than the error\n");
        if (changed.isEmpty()) {
            return;
        }
        Columns table = new Columns(">before", ">now", ">difference", ">95 % interval", ">blocks", "binding", "line");
        for (SiteChange site : changed.subList(0, Math.min(MOST_ROWS, changed.size()))) {
            Change bytes = site.liveBytes();
            Frame frame = site.frame();
            table.row(
                    Figures.bytes(bytes.before().value()),
                    Figures.bytes(bytes.after().value()),
                    Figures.signedBytes(bytes.difference()),
                    interval(bytes),
                    blocks(site.liveBlocks()),
                    site.binding(),
                    (frame == null ? "no stack recorded" : frame.label())
                            + (site.isNew() ? " (new)" : site.isGone() ? " (gone)" : ""));
        }
        table.print(out);
        if (changed.size() > MOST_ROWS) {
            out.append("  and ")
                    .append(Figures.count(changed.size() - MOST_ROWS, "more line"))
                    .append('\n');
        }
    }

    private static String figure(double value, boolean bytes) {
        return bytes ? Figures.bytes(value) : Figures.count(value);
    }

    private static String interval(Change change) {
        return change.exact() ? "exact" : "± " + Figures.bytes(change.margin());
    }

    /// With its error where it is estimated: of handles whose size nobody tells it is the only figure.
    private static String blocks(Change change) {
        String difference = Figures.signedCount(change.difference());
        return change.exact() ? difference : difference + " ± " + Figures.count(change.margin());
    }
}
