package dev.plimsoll.export;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;

/// A snapshot told in a few calls: real ledger, real stacks, one second per event.
final class Story {

    static final long START = 1_790_000_000_000_000_000L;

    Subject subject = new Subject("demo.jfr", 4711, "JDK 25.0.3", "-Xmx64m", "G1", "demo.jfr");
    final StackTable stacks = new StackTable();
    final Ledger ledger = new Ledger();
    final List<Finding> findings = new ArrayList<>();
    final List<Cycle> cycles = new ArrayList<>();
    final List<Coverage> coverage = new ArrayList<>();
    Health health = new Health(1, "exact", 0.25, 0, 0, 0, 0, Double.NaN, false);
    final List<Series> gauges = new ArrayList<>();
    Series rss = series();
    Series heapCommitted = series();
    private long time = START;

    Story allocate(long address, long bytes, double weight, String binding, String stack) {
        ledger.apply(new NativeEvent.Allocation(tick(), address, bytes, weight, binding, "buffer", null, stack(stack)));
        return this;
    }

    Story free(long address, String binding) {
        ledger.apply(new NativeEvent.Free(tick(), address, binding, dev.plimsoll.event.FreeCause.EXPLICIT));
        return this;
    }

    Story register(long handle, String target, String stack) {
        ledger.apply(new NativeEvent.CallbackRegistered(tick(), handle, target, "ffm", "shared", stack(stack)));
        return this;
    }

    Story invoked(long handle, long times) {
        long now = tick();
        ledger.apply(new NativeEvent.CallbackActivity(now, handle, times, now));
        return this;
    }

    /// Outermost frame first, as `a.B.main:1;java.nio.ByteBuffer.allocateDirect:2`; `...;` in front when it was cut.
    int stack(String text) {
        boolean cut = text.startsWith("...;");
        List<Frame> frames = new ArrayList<>();
        for (String word : (cut ? text.substring(4) : text).split(";")) {
            int colon = word.indexOf(':');
            int dot = word.lastIndexOf('.');
            String className = word.substring(0, dot);
            frames.addFirst(new Frame(
                    className,
                    word.substring(dot + 1, colon),
                    Integer.parseInt(word.substring(colon + 1)),
                    Border.kindOf(className)));
        }
        return stacks.intern(frames, cut);
    }

    Snapshot snapshot() {
        return new Snapshot(
                1,
                new Phase.Playback(),
                subject,
                stacks,
                ledger.snapshot(),
                new TimelineSnapshot(
                        START,
                        time,
                        rss,
                        series(),
                        heapCommitted,
                        List.of(),
                        series(),
                        List.copyOf(cycles),
                        -1,
                        List.copyOf(gauges)),
                List.copyOf(findings),
                "One sentence.",
                health,
                List.copyOf(coverage));
    }

    static Series series(double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = START + i;
        }
        return new Series("s", "bytes", times, values);
    }

    private long tick() {
        return time += 1_000_000_000L;
    }
}
