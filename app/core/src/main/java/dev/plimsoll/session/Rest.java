package dev.plimsoll.session;

/// How long work that is done again and again rests, so that it takes at most a twentieth of the time. Pure.
final class Rest {

    private static final int SHARES = 19;

    private Rest() {}

    /// @param spent nanoseconds that the work took this time
    /// @param longest nanoseconds that somebody would wait for it, however long it takes
    /// @return nanoseconds, at most `longest`
    static long after(long spent, long longest) {
        return Math.min(longest, SHARES * spent);
    }
}
