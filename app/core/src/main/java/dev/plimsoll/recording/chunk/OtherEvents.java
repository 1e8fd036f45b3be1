package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.NativeEvent;
import java.util.Set;
import java.util.function.Consumer;

/// Makes events of ours out of those that do not come by the million.
public interface OtherEvents {

    /// Names of the event types that are wanted.
    Set<String> wanted();

    /// Called for every event of these types, in the order of the file.
    void decode(EventFields event, Consumer<NativeEvent> into);

    /// Nothing but allocations and frees of the contract's shape.
    OtherEvents NONE = new OtherEvents() {
        @Override
        public Set<String> wanted() {
            return Set.of();
        }

        @Override
        public void decode(EventFields event, Consumer<NativeEvent> into) {}
    };
}
