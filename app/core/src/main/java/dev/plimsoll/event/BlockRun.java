package dev.plimsoll.event;

/// Some allocations and frees that follow each other, in columns small enough for the first cache: whoever takes them
/// may do one thing for all of them before the next, so that the waits for memory overlap. Filled again and again by
/// one thread.
public final class BlockRun {

    /// Rows at most.
    public static final int MOST = 256;

    private final boolean[] frees = new boolean[MOST];
    private final long[] times = new long[MOST];
    private final long[] addresses = new long[MOST];
    private final long[] bytes = new long[MOST];
    private final double[] weights = new double[MOST];
    private final int[] words = new int[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isFull() {
        return size == MOST;
    }

    /// Of a free neither bytes nor weight mean anything.
    void add(boolean free, long time, long address, long itsBytes, double weight, int word) {
        int row = size;
        frees[row] = free;
        times[row] = time;
        addresses[row] = address;
        bytes[row] = itsBytes;
        weights[row] = weight;
        words[row] = word;
        size = row + 1;
    }

    public int size() {
        return size;
    }

    public boolean isFree(int row) {
        return frees[row];
    }

    /// Nanoseconds since the epoch; later than that of the row before.
    public long time(int row) {
        return times[row];
    }

    public long address(int row) {
        return addresses[row];
    }

    /// Of an allocation.
    public long bytes(int row) {
        return bytes[row];
    }

    /// Of an allocation.
    public double weight(int row) {
        return weights[row];
    }

    /// The number of an allocation's origin or of a free's release, as [EventSink] was told of them.
    public int word(int row) {
        return words[row];
    }

    /// The first row behind `from` and before `to` whose time is `end` or later, or `to`.
    public int until(long end, int from, int to) {
        if (times[to - 1] < end) {
            return to;
        }
        int row = from + 1;
        while (row < to && times[row] < end) {
            row++;
        }
        return row;
    }
}
