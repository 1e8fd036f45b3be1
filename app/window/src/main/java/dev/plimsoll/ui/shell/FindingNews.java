package dev.plimsoll.ui.shell;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Which finding is new since a session was opened. What was there at first is no news. Without a tool kit.
final class FindingNews {

    private record Known(String rule, String binding, String line) {}

    private final Set<Known> seen = new HashSet<>();
    private List<Finding> told = List.of();
    private boolean begun;

    /// Another session begins.
    void reset() {
        seen.clear();
        begun = false;
    }

    /// Position of the gravest finding that was not there before and is worth a notice, or empty.
    OptionalInt newest(Snapshot snapshot) {
        OptionalInt news = OptionalInt.empty();
        if (begun && Identity.same(snapshot.findings(), told)) {
            return news;
        }
        told = snapshot.findings();
        for (int i = 0; i < snapshot.findings().size(); i++) {
            Finding finding = snapshot.findings().get(i);
            var frame = finding.frame();
            boolean added = seen.add(new Known(finding.rule(), finding.binding(), frame == null ? "" : frame.label()));
            boolean grave = finding.severity() == Severity.CRITICAL || finding.severity() == Severity.WARNING;
            if (added && begun && grave && news.isEmpty()) {
                news = OptionalInt.of(i);
            }
        }
        begun = true;
        return news;
    }

    static String title(Finding finding) {
        return Words.say("news.title", Verdicts.word(finding.verdict()));
    }
}
