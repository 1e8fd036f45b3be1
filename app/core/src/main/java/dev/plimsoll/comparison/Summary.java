package dev.plimsoll.comparison;

import dev.plimsoll.comparison.FindingChange.State;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.ledger.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The comparison in two or three sentences.
final class Summary {

    private Summary() {}

    static String of(Change live, List<SiteChange> sites, List<FindingChange> findings) {
        List<String> sentences = new ArrayList<>();
        sentences.add(amount(live));
        biggest(live, sites).ifPresent(sentences::add);
        sentences.add(findings(findings));
        return String.join(" ", sentences);
    }

    private static String amount(Change live) {
        String now = Figures.bytes(live.after().value());
        String then = Figures.bytes(live.before().value());
        if (!live.differs()) {
            return "As much native memory is live as before, within the error: " + now + " after " + then + ".";
        }
        String more = live.difference() > 0 ? "more" : "less";
        return Figures.bytes(Math.abs(live.difference())) + " " + more + " native memory is live: " + now + " after "
                + then + ".";
    }

    /// The line that had most to do with it: a change of its own that goes the same way.
    private static Optional<String> biggest(Change live, List<SiteChange> sites) {
        return sites.stream()
                .filter(site -> site.held().differs())
                .filter(site -> !live.differs() || site.liveBytes().difference() * live.difference() > 0)
                .findFirst()
                .map(site -> "Most changed " + place(site.frame()) + ", by "
                        + (site.isCounted()
                                ? Figures.signedCount(site.liveBlocks().difference()) + " blocks."
                                : Figures.signedBytes(site.liveBytes().difference()) + "."));
    }

    private static String place(@org.jspecify.annotations.Nullable Frame frame) {
        return frame == null ? "memory without a recorded stack" : frame.label();
    }

    private static String findings(List<FindingChange> findings) {
        if (findings.isEmpty()) {
            return "Neither has a finding.";
        }
        List<String> parts = new ArrayList<>();
        count(findings, "went", State.GONE).ifPresent(parts::add);
        count(findings, "came", State.NEW).ifPresent(parts::add);
        count(findings, "could not be judged again", State.UNJUDGED).ifPresent(parts::add);
        count(findings, "stayed", State.GREW, State.SHRANK, State.UNCHANGED).ifPresent(parts::add);
        return "Findings: " + String.join(", ", parts) + ".";
    }

    private static Optional<String> count(List<FindingChange> findings, String what, State... states) {
        long count = findings.stream()
                .filter(finding -> List.of(states).contains(finding.state()))
                .count();
        return count == 0 ? Optional.empty() : Optional.of(count + " " + what);
    }
}
