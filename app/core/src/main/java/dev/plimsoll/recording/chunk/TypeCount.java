package dev.plimsoll.recording.chunk;

/// How much there is of one event type.
///
/// @param events number of events
/// @param bytes of the file that they take
public record TypeCount(long events, long bytes) {

    public static final TypeCount NONE = new TypeCount(0, 0);

    /// The sums of both.
    public TypeCount plus(TypeCount other) {
        return new TypeCount(events + other.events, bytes + other.bytes);
    }
}
