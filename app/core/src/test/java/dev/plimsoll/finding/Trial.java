package dev.plimsoll.finding;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.timeline.Timeline;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// A program told event by event into a real ledger. Time goes on by [#every]; the GC runs when it is told to.
final class Trial {

    private static final long START = 1_790_000_000_000_000_000L;

    final StackTable stacks = new StackTable();
    final Ledger ledger = new Ledger(stacks);
    Watching watching = Watching.NOTHING_LOST;
    private final Timeline timeline = new Timeline();
    private long cycles;
    boolean young = true;
    private double now;
    private long nextAddress = 0x7f0000000000L;

    /// Runs `step` every `interval` seconds until `end`, and a GC cycle every `gc` seconds.
    Trial every(double interval, double end, double gc, DoubleConsumer step) {
        double nextGc = now + gc;
        apply(new NativeEvent.DataLoss(time(), 0));
        while (now + interval <= end + 1e-9) {
            now += interval;
            if (now >= nextGc - 1e-9) {
                gc(young);
                nextGc += gc;
            }
            step.accept(now);
        }
        apply(new NativeEvent.DataLoss(time(), 0));
        return this;
    }

    void gc(boolean young) {
        String name = young ? "G1New" : "G1Old";
        apply(new NativeEvent.GcCycle(time(), cycles, name, "Pause", 1_000_000, 500_000, 500_000));
        cycles++;
    }

    /// Returns the address. `line` as `app.Cache.put:12`.
    long allocate(String line, long bytes, String kind) {
        return allocate(line, bytes, 1, kind);
    }

    long allocate(String line, long bytes, double weight, String kind) {
        long address = nextAddress;
        nextAddress += 64 + bytes;
        String owner = kind.equals("malloc") ? null : "Owner";
        apply(new NativeEvent.Allocation(time(), address, bytes, weight, "ffm", kind, owner, stack(line)));
        return address;
    }

    void free(long address, FreeCause cause) {
        apply(new NativeEvent.Free(time(), address, "ffm", cause));
    }

    void ownerGone(long address) {
        apply(new NativeEvent.OwnerCollected(time(), address, "ffm", "Owner", time()));
    }

    long register(String line) {
        long handle = nextAddress += 64;
        apply(new NativeEvent.CallbackRegistered(time(), handle, "app.Order.compare", "ffm", "shared", stack(line)));
        return handle;
    }

    void release(long handle) {
        apply(new NativeEvent.CallbackReleased(time(), handle, "ffm"));
    }

    void totals(long allocations, long frees) {
        apply(new NativeEvent.BindingTotals(time(), "ffm", allocations * 100, allocations, frees));
    }

    Judgement judge() {
        return Findings.of(
                new FindingInput(stacks, ledger.snapshot(), timeline(), ledger.history(), watching, List.of()));
    }

    TimelineSnapshot timeline() {
        return timeline.snapshot();
    }

    void apply(NativeEvent event) {
        ledger.apply(event);
        timeline.record(event);
    }

    void gauge(String name, long value) {
        apply(new NativeEvent.Gauge(time(), name, value));
    }

    void resident(long bytes, long heap) {
        apply(new NativeEvent.ResidentMemory(time(), bytes));
        apply(new NativeEvent.HeapSummary(time(), -1, true, heap, heap));
        ledger.liveBytes((binding, live) -> timeline.nativeLive(time(), binding, live));
    }

    /// Verdict and line of each finding.
    List<String> verdicts() {
        return judge().findings().stream()
                .map(finding -> finding.verdict().words() + " "
                        + (finding.frame() == null ? "" : finding.frame().label()))
                .toList();
    }

    long time() {
        return START + Math.round(now * 1e9);
    }

    /// Of a line, and of its callers behind ` < `.
    int stack(String lines) {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame("java.nio.ByteBuffer", "allocateDirect", 360, Border.kindOf("java.nio.ByteBuffer")));
        for (String line : lines.split(" < ")) {
            frames.add(frame(line));
        }
        return stacks.intern(frames, false);
    }

    private static Frame frame(String line) {
        int colon = line.indexOf(':');
        int dot = line.lastIndexOf('.');
        String className = line.substring(0, dot);
        return new Frame(
                className,
                line.substring(dot + 1, colon),
                Integer.parseInt(line.substring(colon + 1)),
                Border.kindOf(className));
    }
}
