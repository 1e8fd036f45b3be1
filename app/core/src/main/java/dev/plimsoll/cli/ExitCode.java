package dev.plimsoll.cli;

/// Exit codes of every command; 1 is kept for `check`, which says with it that something leaks.
final class ExitCode {

    /// It did its work, whatever it found.
    static final int DONE = 0;

    /// `check` only: over the budget, or a leak.
    static final int OVER = 1;

    /// It could not do its work; one line on stderr says why and what to do.
    static final int FAILED = 2;

    private ExitCode() {}
}
