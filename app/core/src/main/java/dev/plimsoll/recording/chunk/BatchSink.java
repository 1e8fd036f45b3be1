package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.EventColumns;

/// Takes the events of a file batch by batch, in order of time but for the little that recorders themselves put
/// out of order between batches.
@FunctionalInterface
public interface BatchSink {

    /// Called once before the first batch where the file tells how long it is.
    ///
    /// @param start of the first chunk, nanoseconds since the epoch
    /// @param end of the last chunk, 0 when unknown
    default void spans(long start, long end) {}

    /// @param columns good only during this call
    /// @param done share of the file that was decoded, 0..1
    /// @return whether to go on
    boolean batch(EventColumns columns, double done);
}
