package dev.plimsoll.export;

import dev.plimsoll.session.Snapshot;
import java.io.IOException;

/// A snapshot in a format that something else reads. Stateless; any thread.
@FunctionalInterface
public interface Export {

    /// Writes everything and neither flushes nor closes `out`. The text is UTF-8 where it matters.
    void write(Snapshot snapshot, Appendable out) throws IOException;

    /// The whole text, for what is short.
    default String text(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        try {
            write(snapshot, text);
        } catch (IOException e) {
            throw new AssertionError("a StringBuilder does not fail", e);
        }
        return text.toString();
    }
}
