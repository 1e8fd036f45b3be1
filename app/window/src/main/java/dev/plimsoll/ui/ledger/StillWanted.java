package dev.plimsoll.ui.ledger;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Ends a walk over rows whose answer nobody waits for any more. It asks at the first row and then now and then, as
/// asking costs more than a row. One thread.
final class StillWanted {

    private static final int ROWS_BETWEEN_LOOKS = 16384;

    private final BooleanSupplier cancelled;
    private int seen;

    StillWanted(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /// To be called at each row.
    ///
    /// @throws CancellationException when `cancelled` said yes
    void row() {
        if (seen++ % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
