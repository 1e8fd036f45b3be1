package dev.plimsoll.cli;

import dev.plimsoll.finding.Suppressions;
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
}
