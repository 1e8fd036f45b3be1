package dev.plimsoll.target;

import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/// Short words for why something failed, to be put in brackets inside a sentence.
final class Reason {

    private Reason() {}

    /// What the system said, in one line, without the name of the exception where there are better words.
    static String of(@Nullable Throwable failure) {
        if (failure == null) {
            return "no reason given";
        }
        String words = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.getMessage();
        String line = words == null ? "" : words.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? failure.getClass().getSimpleName() : line;
    }
}
