package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import java.util.List;

/// Takes the events of a file batch by batch, in order of time but for the little that recorders themselves put
/// out of order between batches.
@FunctionalInterface
public interface BatchSink {

    /// Called once before the first batch where the file tells how long it is.
    ///
    /// @param start of the first chunk, nanoseconds since the epoch
    /// @param end of the last chunk, 0 when unknown
    default void spans(long start, long end) {}

    /// Called at most once, before the first batch, where that takes long to fill: what there is meanwhile, for
    /// whoever waits to see something. All of it comes again in the batches, with others before and between.
    ///
    /// @param events in order of time
    /// @param done share of the file that was decoded, 0..1
    default void glimpse(List<NativeEvent> events, double done) {}

    /// @param columns good only during this call
    /// @param done share of the file that was decoded, 0..1
    /// @return whether to go on
    boolean batch(EventColumns columns, double done);
}
