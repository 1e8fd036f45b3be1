package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.EventColumns;

/// Takes the events of a file batch by batch, in order of time but for the little that recorders themselves put
/// out of order between batches.
public interface BatchSink {

    /// @param columns good only during this call
    /// @param done share of the file that was decoded, 0..1
    /// @return whether to go on
    boolean batch(EventColumns columns, double done);
}
