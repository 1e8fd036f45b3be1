package dev.plimsoll.event;

import java.util.List;

/// Takes events in order of time. The two hot ones come as numbers, without an object each.
public interface EventSink {

    /// As [NativeEvent.Allocation].
    void allocation(long time, long address, long bytes, double weight, BlockLabel label, int stack);

    /// As [NativeEvent.Free].
    void free(long time, long address, String binding, FreeCause cause);

    /// Any other event.
    void other(NativeEvent event);

    /// Two or more events of the same nanosecond, in the order in which they were recorded, which need not be the
    /// order in which they happened.
    void together(List<NativeEvent> simultaneous);
}
