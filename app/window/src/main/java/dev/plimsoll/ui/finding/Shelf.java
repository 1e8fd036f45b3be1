package dev.plimsoll.ui.finding;

/// Which of the findings are listed.
enum Shelf {
    OPEN,
    /// Those that somebody has looked at and does not want to hear of again.
    SUPPRESSED
}
