package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Search;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page shows. Replaced, never edited.
///
/// @param answer rows of both tables, or null before the first
/// @param range only callbacks registered in it
/// @param search what is looked for
/// @param all whether the callbacks of all lines are listed
/// @param chosen the chosen callback, or null
record CallbacksViewState(
        @Nullable CallbackAnswer answer,
        Optional<TimeRange> range,
        Search search,
        boolean all,
        @Nullable Callback chosen) {

    boolean empty() {
        return answer != null && answer.snapshot().ledger().callbacks().isEmpty();
    }
}
