package dev.plimsoll.event;

import java.util.List;

/// Takes events in order of time. The two hot ones come many together and as numbers, without an object each; what
/// these stand for was told before.
public interface EventSink {

    /// From now on `number` stands for this label and stack. Numbers are dense; those of another recording begin at 0
    /// again.
    void origin(int number, BlockLabel label, int stack);

    /// From now on `number` stands for frees of this binding and cause. As above.
    void release(int number, String binding, FreeCause cause);

    /// Allocations and frees in this order, no two of the same nanosecond.
    ///
    /// @param run good only during this call
    void blocks(BlockRun run);

    /// Any other event.
    void other(NativeEvent event);

    /// Two or more events of the same nanosecond, in the order in which they were recorded, which need not be the
    /// order in which they happened.
    void together(List<NativeEvent> simultaneous);
}
