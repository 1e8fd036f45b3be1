package dev.plimsoll.session;

import dev.plimsoll.event.BlockLabel;
import dev.plimsoll.event.BlockRun;
import dev.plimsoll.event.EventSink;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.timeline.Timeline;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Where the events of a [Logbook] go: into the ledger, onto the time axis, into the counts. The lanes get a point at
/// the end of each step. One thread.
final class Entries implements EventSink {

    /// Events between two points of the native lanes, in nanoseconds: a recording arrives in batches of many seconds.
    private static final long STEP = 100_000_000L;

    private final Ledger ledger;
    private final Timeline timeline;
    private final Vitals vitals;
    private final LongConsumer step;
    private final Consumer<NativeEvent> others;

    private long last;
    private long stepEnd = Long.MIN_VALUE;

    /// @param step gets the time of the first event of each step, before it is entered
    /// @param others gets every event that came alone, or with others of its nanosecond, after it was entered
    Entries(Ledger ledger, Timeline timeline, Vitals vitals, LongConsumer step, Consumer<NativeEvent> others) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.vitals = vitals;
        this.step = step;
        this.others = others;
    }

    /// Time of the latest event, nanoseconds since the epoch, 0 before the first.
    long last() {
        return last;
    }

    /// Enters a batch in the order of its times.
    void enter(List<NativeEvent> sorted) {
        int from = 0;
        while (from < sorted.size()) {
            long time = sorted.get(from).time();
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).time() == time) {
                to++;
            }
            if (to == from + 1) {
                other(sorted.get(from));
            } else {
                together(sorted.subList(from, to));
            }
            from = to;
        }
        point();
    }

    @Override
    public void origin(int number, BlockLabel label, int stack) {
        ledger.origin(number, label, stack);
    }

    @Override
    public void release(int number, String binding, FreeCause cause) {
        ledger.release(number, binding, cause);
    }

    @Override
    public void blocks(BlockRun run) {
        int from = 0;
        while (from < run.size()) {
            passes(run.time(from));
            int to = run.until(stepEnd, from, run.size());
            ledger.blocks(run, from, to);
            timeline.covers(run.time(from));
            timeline.covers(run.time(to - 1));
            for (int row = from; row < to; row++) {
                vitals.count(run.time(row));
            }
            last = Math.max(last, run.time(to - 1));
            from = to;
        }
    }

    @Override
    public void other(NativeEvent event) {
        passes(event.time());
        ledger.apply(event);
        others.accept(event);
    }

    @Override
    public void together(List<NativeEvent> simultaneous) {
        passes(simultaneous.getFirst().time());
        ledger.together(simultaneous);
        simultaneous.forEach(others);
    }

    private void passes(long time) {
        if (time >= stepEnd) {
            point();
            stepEnd = time + STEP;
            step.accept(time);
        }
        last = Math.max(last, time);
    }

    /// Gives the lanes a point at the latest event's time.
    void point() {
        if (last > 0) {
            ledger.liveBytes((binding, bytes) -> timeline.nativeLive(last, binding, bytes));
            timeline.callbacks(last, ledger.callbacksLive());
        }
    }
}
