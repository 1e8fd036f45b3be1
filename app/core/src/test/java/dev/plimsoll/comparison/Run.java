package dev.plimsoll.comparison;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;

/// One run of a program with a ledger and stacks of its own, as another recording would have.
final class Run {

    private static final long START = 1_790_000_000_000_000_000L;
    private static final Series NONE = new Series("s", "bytes", new long[0], new double[0]);

    private final StackTable stacks = new StackTable();
    private final Ledger ledger = Ledger.remembering(stacks);
    private final List<Finding> findings = new ArrayList<>();
    private long time = START;
    private long address = 4096;
    private long seconds;

    /// @return the block's address
    long allocate(String binding, String stack, long bytes, double weight) {
        ledger.apply(new NativeEvent.Allocation(
                ++time, address += 64, bytes, weight, binding, "buffer", null, stack(stack)));
        return address;
    }

    void free(long block) {
        ledger.apply(new NativeEvent.Free(++time, block, "ffm", FreeCause.EXPLICIT));
    }

    /// Of the latest event.
    long time() {
        return time;
    }

    /// The state at a moment of this run.
    Snapshot at(long moment) {
        LedgerSnapshot empty = new Ledger().snapshot();
        return snapshot(ledger.past().at(moment, empty, () -> false));
    }

    void register(long handle, String stack) {
        ledger.apply(new NativeEvent.CallbackRegistered(++time, handle, "app.Handler", "ffm", "shared", stack(stack)));
    }

    void finding(String rule, Verdict verdict, String frame, double bytes) {
        findings.add(ComparisonTest.finding(rule, verdict, frame(frame), bytes));
    }

    void lasting(long length) {
        seconds = length;
    }

    Snapshot snapshot() {
        return snapshot(ledger.snapshot());
    }

    private Snapshot snapshot(LedgerSnapshot state) {
        return new Snapshot(
                1,
                new Phase.Playback(),
                new Subject("run.jfr", 4711, "JDK 25.0.3", "", "G1", "run.jfr"),
                stacks,
                state,
                new TimelineSnapshot(
                        START, START + seconds * 1_000_000_000L, NONE, NONE, NONE, List.of(), NONE, List.of(), -1),
                List.copyOf(findings),
                "",
                Health.UNKNOWN,
                List.of());
    }

    private int stack(String text) {
        List<Frame> frames = new ArrayList<>();
        for (String word : text.split(";")) {
            frames.addFirst(frame(word));
        }
        return stacks.intern(frames, false);
    }

    private static Frame frame(String word) {
        int colon = word.indexOf(':');
        int dot = word.lastIndexOf('.');
        String className = word.substring(0, dot);
        return new Frame(
                className,
                word.substring(dot + 1, colon),
                Integer.parseInt(word.substring(colon + 1)),
                Border.kindOf(className));
    }
}
