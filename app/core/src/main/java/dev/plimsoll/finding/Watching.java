package dev.plimsoll.finding;

/// What the watching itself could not see, for rules that must not take a gap for a leak.
///
/// @param eventsLost bytes of events that JFR lost, or blocks that were not followed; 0 when nothing was lost
/// @param truncated the recording breaks off
/// @param putBack nanoseconds by which the clock was put back meanwhile; 0 when it was not
public record Watching(long eventsLost, boolean truncated, long putBack) {

    public static final Watching NOTHING_LOST = new Watching(0, false);

    /// By a clock that went on as it should.
    public Watching(long eventsLost, boolean truncated) {
        this(eventsLost, truncated, 0);
    }
}
