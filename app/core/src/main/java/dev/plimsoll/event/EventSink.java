package dev.plimsoll.event;

import java.util.List;

/// Takes events in order of time. The two hot ones come as numbers, without an object each, and mostly many together;
/// what their last number stands for was told before.
public interface EventSink {

    /// From now on `number` stands for this label and stack. Numbers are dense; those of another recording begin at 0
    /// again.
    void origin(int number, BlockLabel label, int stack);

    /// From now on `number` stands for frees of this binding and cause. As above.
    void release(int number, String binding, FreeCause cause);

    /// As [NativeEvent.Allocation].
    void allocation(long time, long address, long bytes, double weight, int origin);

    /// As [NativeEvent.Free].
    void free(long time, long address, int release);

    /// Allocations and frees in this order, no two of the same nanosecond.
    ///
    /// @param run good only during this call
    default void blocks(BlockRun run) {
        for (int row = 0; row < run.size(); row++) {
            if (run.isFree(row)) {
                free(run.time(row), run.address(row), run.word(row));
            } else {
                allocation(run.time(row), run.address(row), run.bytes(row), run.weight(row), run.word(row));
            }
        }
    }

    /// Any other event.
    void other(NativeEvent event);

    /// Two or more events of the same nanosecond, in the order in which they were recorded, which need not be the
    /// order in which they happened.
    void together(List<NativeEvent> simultaneous);
}
