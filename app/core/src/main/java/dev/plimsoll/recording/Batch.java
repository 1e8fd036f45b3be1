package dev.plimsoll.recording;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import java.util.List;

/// What one flush of a live stream brought, at least one event.
///
/// @param columns sealed; columns of one stream are to be replayed in the order in which they came
/// @param received when the flush was complete, nanoseconds since the epoch on this machine's clock
public record Batch(EventColumns columns, long received) {

    /// In the order of their times. For few of them.
    public List<NativeEvent> events() {
        return columns.events();
    }

    /// Milliseconds from the middle event's commit to `received`.
    public double lagMillis() {
        return (received - columns.middle()) / 1e6;
    }
}
