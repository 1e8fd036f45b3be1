package dev.plimsoll.session;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions;

/// A snapshot without the findings that somebody has looked at.
public final class Sieve {

    private Sieve() {}

    /// The snapshot with what is left. When the head of it is gone the sentence says so.
    public static Snapshot apply(Snapshot of, Suppressions.Sifted sifted) {
        if (sifted.out().isEmpty()) {
            return of;
        }
        boolean grave =
                sifted.left().stream().anyMatch(finding -> finding.severity().compareTo(Severity.WARNING) <= 0);
        boolean said =
                sifted.out().stream().anyMatch(one -> one.finding().severity().compareTo(Severity.WARNING) <= 0);
        String summary = grave
                ? sifted.left().getFirst().sentence()
                : said ? "Nothing is wrong beyond what is suppressed." : of.summary();
        return new Snapshot(
                of.version(),
                of.phase(),
                of.subject(),
                of.stacks(),
                of.ledger(),
                of.timeline(),
                sifted.left(),
                summary,
                of.health(),
                of.coverage(),
                of.unknown());
    }
}
