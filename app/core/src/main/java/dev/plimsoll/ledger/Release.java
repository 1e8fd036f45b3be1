package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import org.jspecify.annotations.Nullable;

/// What many frees have in common.
///
/// @param apart where its blocks are kept, when their handles are no addresses
/// @param counts whether a free of an unknown block is an orphan
record Release(FreeCause cause, @Nullable AddressMap apart, boolean counts) {

    /// Whose recorder writes every free, also of blocks that it did not sample: there an orphan means nothing.
    private static final String EVERY_FREE = "malloc";

    static Release of(String binding, FreeCause cause, AddressSpaces spaces) {
        return new Release(cause, spaces.apart(binding), !EVERY_FREE.equals(binding));
    }
}
