package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Estimate;
import org.jspecify.annotations.Nullable;

/// The live blocks whose owner is of one class. Immutable.
///
/// @param ownerClass of the Java object whose death should free them, or null where none is known
/// @param bytes live now; with a range only of blocks allocated in it
/// @param blocks likewise
/// @param collected of those blocks, the ones whose owner was seen collected
/// @param collectedBytes their bytes
record OwnerRow(
        @Nullable String ownerClass, Estimate bytes, Estimate blocks, Estimate collected, Estimate collectedBytes) {

    /// Blocks whose owner was not seen collected; 0 where no owner is known.
    double alive() {
        return ownerClass == null ? 0 : Math.max(0, blocks.value() - collected.value());
    }
}
