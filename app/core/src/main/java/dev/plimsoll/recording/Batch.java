package dev.plimsoll.recording;

import dev.plimsoll.event.NativeEvent;
import java.util.List;

/// What one flush of a live stream brought.
///
/// @param events in the order of their times, unmodifiable
/// @param received when the flush was complete, nanoseconds since the epoch on this machine's clock
public record Batch(List<NativeEvent> events, long received) {

    /// Milliseconds from the middle event's commit to `received`; NaN when there is no event.
    public double lagMillis() {
        return events.isEmpty()
                ? Double.NaN
                : (received - events.get(events.size() / 2).time()) / 1e6;
    }
}
