package dev.plimsoll.event;

/// Takes events in order of time. The two hot ones come as numbers, without an object each.
public interface EventSink {

    /// As [NativeEvent.Allocation].
    void allocation(long time, long address, long bytes, double weight, BlockLabel label, int stack);

    /// As [NativeEvent.Free].
    void free(long time, long address, String binding, FreeCause cause);

    /// Any other event.
    void other(NativeEvent event);
}
