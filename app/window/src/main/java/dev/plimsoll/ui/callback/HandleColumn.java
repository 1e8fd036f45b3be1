package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import java.util.Comparator;

/// What callbacks can be sorted by; ascending.
enum HandleColumn {
    HANDLE(Comparator.comparingLong((Callback callback) -> callback.handle() ^ Long.MIN_VALUE)),
    TARGET(Comparator.comparing(
            callback -> callback.targetClass() == null ? "" : callback.targetClass(), String.CASE_INSENSITIVE_ORDER)),
    /// Ascending age is descending time of registration.
    AGE(Comparator.comparingLong(callback -> -callback.registered())),
    CALLS(Comparator.comparingLong(Callback::invocations)),
    LAST_CALL(Comparator.comparingLong(Callback::lastInvoked)),
    OWNER(Comparator.comparingLong(
            callback -> callback.ownerCollected() == 0 ? Long.MAX_VALUE : callback.ownerCollected()));

    private final Comparator<Callback> order;

    HandleColumn(Comparator<Callback> order) {
        this.order = order;
    }

    Comparator<Callback> order(boolean descending) {
        return descending ? order.reversed() : order;
    }
}
