package dev.plimsoll.finding;

/// What the watching itself could not see, for rules that must not take a gap for a leak.
///
/// @param eventsLost bytes of events that JFR lost, or blocks that were not followed; 0 when nothing was lost
/// @param truncated the recording breaks off
public record Watching(long eventsLost, boolean truncated) {

    public static final Watching NOTHING_LOST = new Watching(0, false);
}
