package dev.plimsoll.comparison;

import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Change;
import org.jspecify.annotations.Nullable;

/// What changed of the callbacks that one line registers. Counts are exact.
///
/// @param before in the baseline, or null when it is new
/// @param after null when it is gone
/// @param live number of live callbacks
public record CallbackChange(
        @Nullable CallbackSite before, @Nullable CallbackSite after, Change live) {

    public CallbackSite site() {
        return after != null ? after : java.util.Objects.requireNonNull(before, "a site is in one of the two");
    }
}
