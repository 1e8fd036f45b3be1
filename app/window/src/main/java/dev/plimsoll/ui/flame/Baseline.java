package dev.plimsoll.ui.flame;

import dev.plimsoll.session.Snapshot;

/// The moment that a person marked: from then on the graph shows what was added since. Two are the same only when they
/// are one.
final class Baseline {

    private final Snapshot snapshot;

    Baseline(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /// Nanoseconds since the epoch.
    long time() {
        return snapshot.ledger().time();
    }
}
