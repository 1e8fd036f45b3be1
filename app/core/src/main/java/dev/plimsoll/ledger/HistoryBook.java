package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the [History]: blocks and callbacks by line, not by stack, and in epochs, so that its size is
/// bounded. The cost is a few additions per block, and a pass over the lines per epoch. One thread.
final class HistoryBook {

    /// A line that has no history because there are too many.
    static final int NOT_FOLLOWED = -1;

    private static final int MOST_LINES = 10_000;

    /// Without a stack table each stack is a line of its own, and `frame` is null.
    private record Line(String binding, @Nullable Frame frame, int stack, boolean callback) {}

    private final @Nullable StackTable stacks;
    private final EpochClock clock = new EpochClock();
    private final Map<Line, Integer> numbers = new HashMap<>();
    private final List<LineBook> lines = new ArrayList<>();
    private final List<Boolean> callbacks = new ArrayList<>();
    private final Map<Integer, Long> threadStarts = new HashMap<>();
    private int notFollowed;
    private long latest;

    HistoryBook(@Nullable StackTable stacks) {
        this.stacks = stacks;
    }

    /// The number of the line that a stack leads to, or [#NOT_FOLLOWED].
    int line(String binding, int stack, boolean callback) {
        Line line = stacks == null
                ? new Line(binding, null, stack, callback)
                : new Line(binding, stacks.get(stack).site(), 0, callback);
        Integer known = numbers.get(line);
        if (known != null) {
            return known;
        }
        if (lines.size() == MOST_LINES) {
            notFollowed++;
            return NOT_FOLLOWED;
        }
        int number = lines.size();
        numbers.put(line, number);
        lines.add(new LineBook(binding, line.frame, clock.now()));
        callbacks.add(callback);
        return number;
    }

    /// Time goes on.
    void tick(long when) {
        latest = Math.max(latest, when);
        if (clock.over(when, false)) {
            next(when);
        }
    }

    /// Up to this time, which is not part of it, [#tick] does no more than keep the latest time.
    long epochEnd() {
        return clock.end();
    }

    /// A GC cycle began. It may be told when it is over: what was counted since then stays in the epoch in which it was
    /// counted, where its end will look for it.
    void cycle(long when) {
        long now = Math.max(when, latest + 1);
        if (clock.over(now, true)) {
            next(now);
        }
    }

    void born(int line, long when, long bytes, double weight, String kind, @Nullable String ownerClass) {
        if (line != NOT_FOLLOWED) {
            lines.get(line).born(clock.of(when), when, bytes, weight, kind, ownerClass);
        }
    }

    /// @param cause null when the free was never seen
    /// @param death when its owner's death was seen, 0 when it was not
    void ended(int line, long bornAt, long when, long bytes, double weight, @Nullable FreeCause cause, long death) {
        if (line != NOT_FOLLOWED) {
            int deathEpoch = death == 0 ? 0 : clock.of(death);
            lines.get(line).ended(clock.of(bornAt), when - bornAt, bytes, weight, cause, death, deathEpoch);
        }
    }

    void ownerGone(int line, long seen, long bytes, double weight, @Nullable String ownerClass) {
        if (line != NOT_FOLLOWED) {
            lines.get(line).ownerGone(clock.of(seen), bytes, weight, ownerClass);
        }
    }

    void threadStarted(int stack) {
        if (threadStarts.size() < MOST_LINES) {
            threadStarts.merge(stack, 1L, Long::sum);
        }
    }

    /// Number of lines.
    int lines() {
        return lines.size();
    }

    /// The history now; of lines that did not change the same objects as before.
    History publish(@Nullable StackFigures figures) {
        List<SiteHistory> all = new ArrayList<>(lines.size());
        List<SiteHistory> ofBlocks = new ArrayList<>();
        List<SiteHistory> ofCallbacks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            SiteHistory line = lines.get(i).publish();
            all.add(line);
            (callbacks.get(i) ? ofCallbacks : ofBlocks).add(line);
        }
        return new History(
                clock.ends(),
                List.copyOf(ofBlocks),
                List.copyOf(ofCallbacks),
                notFollowed,
                Map.copyOf(threadStarts),
                List.copyOf(all),
                figures);
    }

    private void next(long when) {
        boolean halve = clock.close(when);
        for (LineBook line : lines) {
            line.next();
            if (halve) {
                line.halve();
            }
        }
    }
}
