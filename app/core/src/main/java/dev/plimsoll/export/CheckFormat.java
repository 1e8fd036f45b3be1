package dev.plimsoll.export;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The outcome of a check in the format of a CI system. Stateless; any thread.
public interface CheckFormat {

    /// Writes the whole file and neither flushes nor closes `out`.
    void write(Budget budget, List<Outcome> outcomes, OutputStream out) throws IOException;
}
