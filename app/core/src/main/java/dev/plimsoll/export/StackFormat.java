package dev.plimsoll.export;

import java.io.IOException;
import java.io.OutputStream;

/// Stacks with figures in the format of another tool. Stateless; any thread.
public interface StackFormat {

    /// Writes the whole file and neither flushes nor closes `out`.
    void write(StackFigures figures, OutputStream out) throws IOException;
}
