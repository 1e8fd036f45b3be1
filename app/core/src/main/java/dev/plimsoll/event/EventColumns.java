package dev.plimsoll.event;

import dev.plimsoll.event.BlockLabels.FreeLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A batch of events in columns: filled in any order by one thread, sealed, handed over, replayed in order of time
/// by another, cleared and filled again. The time is [NativeEvent#told()]; events of one time keep the order in which
/// they were added.
public final class EventColumns {

    private static final byte ALLOCATION = 0;
    private static final byte FREE = 1;
    private static final byte OTHER = 2;

    private final BlockLabels labels;
    private BlockLabel[] blockLabels = {};
    private int[] originLabels = {};
    private int[] originStacks = {};
    private int origins;
    private int originsBefore;
    private FreeLabel[] freeLabels = {};

    private byte[] kinds;
    private long[] times;
    private long[] addresses;
    private long[] sizes;
    private double[] weights;
    /// An allocation's origin, a free's label, or the place of another event in [#others].
    private int[] words;
    private final List<NativeEvent> others = new ArrayList<>();
    private int size;
    /// As many as `order` has put in order, if no other rows came in their place.
    private int ordered;
    private final TimeOrder order = new TimeOrder();
    private final BlockRun run = new BlockRun();

    /// @param labels numbers the words of the events that will be added
    /// @param rows that are expected, at least 1; more may come
    public EventColumns(BlockLabels labels, int rows) {
        this.labels = labels;
        kinds = new byte[rows];
        times = new long[rows];
        addresses = new long[rows];
        sizes = new long[rows];
        weights = new double[rows];
        words = new int[rows];
    }

    public int size() {
        return size;
    }

    /// Adds an allocation; `label` from [BlockLabels#block].
    public void allocation(long time, long address, long bytes, double weight, int label, int stack) {
        allocation(time, address, bytes, weight, labels.origin(label, stack));
    }

    private void allocation(long time, long address, long bytes, double weight, int origin) {
        int row = row(ALLOCATION, time);
        addresses[row] = address;
        sizes[row] = bytes;
        weights[row] = weight;
        words[row] = origin;
    }

    /// Adds a free; `label` from [BlockLabels#free].
    public void free(long time, long address, int label) {
        int row = row(FREE, time);
        addresses[row] = address;
        words[row] = label;
    }

    /// Adds an event of any kind.
    public void add(NativeEvent event) {
        switch (event) {
            case NativeEvent.Allocation a ->
                allocation(
                        a.time(),
                        a.address(),
                        a.bytes(),
                        a.weight(),
                        labels.block(a.binding(), a.kind(), a.ownerClass(), a.everyBlock()),
                        a.stack());
            case NativeEvent.Free f -> free(f.time(), f.address(), labels.free(f.binding(), f.cause()));
            default -> other(event);
        }
    }

    private void other(NativeEvent event) {
        // First the row: it may put a longer array in the place of this one.
        int row = row(OTHER, event.told());
        words[row] = others.size();
        others.add(event);
    }

    private int row(byte kind, long time) {
        int row = size;
        if (row == times.length) {
            grow(row * 2);
        }
        kinds[row] = kind;
        times[row] = time;
        size = row + 1;
        return row;
    }

    private void grow(int rows) {
        kinds = Arrays.copyOf(kinds, rows);
        times = Arrays.copyOf(times, rows);
        addresses = Arrays.copyOf(addresses, rows);
        sizes = Arrays.copyOf(sizes, rows);
        weights = Arrays.copyOf(weights, rows);
        words = Arrays.copyOf(words, rows);
    }

    /// Puts the rows in order of time. After this they may be handed to another thread.
    public void seal() {
        sort();
        originsBefore = labels.announced(labels.origins());
        origins = labels.origins();
        takeLabels();
    }

    private void sort() {
        if (ordered != size) {
            order.sort(times, size);
            ordered = size;
        }
    }

    private void takeLabels() {
        originLabels = labels.publishedLabels();
        originStacks = labels.publishedStacks();
        blockLabels = labels.publishedBlocks();
        freeLabels = labels.publishedFrees();
    }

    /// Gives the sealed rows to `sink`, in order of time.
    public void replay(EventSink sink) {
        introduce(sink);
        int i = 0;
        while (i < size) {
            int next = gather(i);
            if (next > i) {
                sink.blocks(run);
            } else {
                next = giveOthers(i, sink);
            }
            i = next;
        }
    }

    /// Fills the run with the allocations and frees from the i-th event on, each of a time of its own. Returns the
    /// place behind them.
    private int gather(int first) {
        run.clear();
        int i = first;
        while (i < size && !run.isFull()) {
            int row = order.row(i);
            if (kinds[row] == OTHER || (i + 1 < size && times[order.row(i + 1)] == times[row])) {
                break;
            }
            run.add(kinds[row] == FREE, times[row], addresses[row], sizes[row], weights[row], words[row]);
            i++;
        }
        return i;
    }

    /// Gives the i-th event and those of the same time. Returns the place behind the last.
    private int giveOthers(int i, EventSink sink) {
        int row = order.row(i);
        int next = i + 1;
        while (next < size && times[order.row(next)] == times[row]) {
            next++;
        }
        if (next == i + 1) {
            sink.other(others.get(words[row]));
        } else {
            sink.together(events(i, next));
        }
        return next;
    }

    /// Of origins only those that came since the columns before were sealed: they are many.
    private void introduce(EventSink sink) {
        for (int number = originsBefore; number < origins; number++) {
            sink.origin(number, blockLabels[originLabels[number]], originStacks[number]);
        }
        for (int number = 0; number < freeLabels.length; number++) {
            sink.release(number, freeLabels[number].binding(), freeLabels[number].cause());
        }
    }

    /// The sealed rows as events, in order of time. For few of them.
    public List<NativeEvent> events() {
        return events(0, size);
    }

    /// The rows that are there, as events in order of time; more may be added. For few of them.
    public List<NativeEvent> soFar() {
        sort();
        takeLabels();
        return events(0, size);
    }

    private List<NativeEvent> events(int from, int to) {
        List<NativeEvent> events = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            events.add(event(order.row(i)));
        }
        return events;
    }

    private NativeEvent event(int row) {
        return switch (kinds[row]) {
            case ALLOCATION -> {
                BlockLabel label = blockLabels[originLabels[words[row]]];
                yield new NativeEvent.Allocation(
                        times[row],
                        addresses[row],
                        sizes[row],
                        weights[row],
                        label.binding(),
                        label.kind(),
                        label.ownerClass(),
                        originStacks[words[row]],
                        label.everyBlock());
            }
            case FREE -> {
                FreeLabel label = freeLabels[words[row]];
                yield new NativeEvent.Free(times[row], addresses[row], label.binding(), label.cause());
            }
            default -> others.get(words[row]);
        };
    }

    /// Time of the last of the sealed rows; there must be one.
    public long end() {
        return times[order.row(size - 1)];
    }

    /// Time of the middle one of the sealed rows; there must be one.
    public long middle() {
        return times[order.row(size / 2)];
    }

    /// How many rows are later than so many nanoseconds before the last one, or later than `written`. There must be a
    /// row; more may come.
    public int latest(long nanos, long written) {
        sort();
        long time = Math.min(end() - nanos, written);
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[order.row(middle)] > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return size - low;
    }

    /// Moves the latest `count` of the sealed rows to columns with the same labels: what might still be overtaken
    /// by rows that are not there yet.
    public void holdBack(int count, EventColumns next) {
        int kept = size - count;
        for (int i = kept; i < size; i++) {
            int row = order.row(i);
            switch (kinds[row]) {
                case ALLOCATION -> next.allocation(times[row], addresses[row], sizes[row], weights[row], words[row]);
                case FREE -> next.free(times[row], addresses[row], words[row]);
                default -> next.other(others.get(words[row]));
            }
        }
        size = kept;
        ordered = kept;
    }

    public void clear() {
        size = 0;
        ordered = 0;
        others.clear();
    }
}
