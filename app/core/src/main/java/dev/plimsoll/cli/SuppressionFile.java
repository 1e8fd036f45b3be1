package dev.plimsoll.cli;

import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of findings that somebody has looked at.
final class SuppressionFile {

    private SuppressionFile() {}

    /// No file suppresses nothing.
    ///
    /// @throws CommandException when it is missing or a line of it is wrong
    static Suppressions read(@Nullable Path file) throws CommandException {
        if (file == null) {
            return Suppressions.NONE;
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandException("There is no file " + file + "; give a text file of suppressions.");
        }
        try {
            return Suppressions.parse(Files.readAllLines(file));
        } catch (IllegalArgumentException e) {
            throw new CommandException(file + ", " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read as text; look at its permissions and encoding.", e);
        }
    }

    /// The snapshot with what is left. When the head of it is gone the sentence says so.
    static Snapshot apply(Snapshot of, Suppressions.Sifted sifted) {
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
