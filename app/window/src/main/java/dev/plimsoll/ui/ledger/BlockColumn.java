package dev.plimsoll.ui.ledger;

/// What blocks can be sorted by.
enum BlockColumn {
    ADDRESS,
    SIZE,
    /// Ascending age is descending time of allocation.
    AGE,
    /// Owners that are gone first, by the time of their death; then the others.
    OWNER
}
