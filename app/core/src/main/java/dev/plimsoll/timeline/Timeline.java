package dev.plimsoll.timeline;

import dev.plimsoll.event.NativeEvent;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Collects what has a time axis.
///
/// One thread calls everything here, [#snapshot()] too; any thread may read a snapshot. Times come in order, but for
/// GC events, which may come late.
public final class Timeline {

    /// Name of the gauge that tells the memory limit, in bytes.
    public static final String MEMORY_LIMIT = "memoryLimit";

    /// Start of the name of a gauge: blocks of a binding that are out, by its own counters.
    public static final String NET = "net:";

    /// Name of the gauge that tells how many blocks all bindings have made since the attach, by their own counters.
    public static final String MADE = "made";

    private final SeriesWriter rss = new SeriesWriter("RSS", "bytes");
    private final SeriesWriter heapUsed = new SeriesWriter("heap used", "bytes");
    private final SeriesWriter heapCommitted = new SeriesWriter("heap committed", "bytes");
    private final SeriesWriter callbacks = new SeriesWriter("callbacks", "callbacks");
    private final TreeMap<String, SeriesWriter> nativeLive = new TreeMap<>();
    private final TreeMap<String, SeriesWriter> gauges = new TreeMap<>();
    private final TreeMap<String, Long> made = new TreeMap<>();
    private final CycleWriter cycles = new CycleWriter();
    private long start;
    private long end;
    private long memoryLimit = -1;

    /// Takes from an event what belongs on the time axis; its time is within the timeline in any case.
    public void record(NativeEvent event) {
        covers(event.time());
        switch (event) {
            case NativeEvent.ResidentMemory e -> rss.add(e.time(), e.bytes());
            case NativeEvent.HeapSummary e -> {
                heapUsed.add(e.time(), e.used());
                heapCommitted.add(e.time(), e.committed());
                if (e.beforeGc()) {
                    cycles.heapBefore(e.gcId(), e.used());
                } else {
                    cycles.heapAfter(e.gcId(), e.used());
                }
            }
            case NativeEvent.GcCycle e -> {
                covers(e.end());
                cycles.cycle(e);
            }
            case NativeEvent.GcReferences e -> cycles.references(e);
            case NativeEvent.SystemGc e -> cycles.called(e);
            case NativeEvent.Gauge e -> gauge(e);
            case NativeEvent.BindingTotals e -> {
                made.put(e.binding(), e.allocations());
                gauge(new NativeEvent.Gauge(e.time(), NET + e.binding(), e.allocations() - e.frees()));
                gauge(new NativeEvent.Gauge(
                        e.time(),
                        MADE,
                        made.values().stream().mapToLong(Long::longValue).sum()));
            }
            default -> {}
        }
    }

    /// Live bytes of a binding from `time` on.
    public void nativeLive(long time, String binding, double bytes) {
        nativeLive
                .computeIfAbsent(binding, name -> new SeriesWriter(name, "bytes"))
                .add(time, bytes);
    }

    /// Live callbacks from `time` on.
    public void callbacks(long time, long live) {
        if (live > 0 || !callbacks.isEmpty()) {
            callbacks.add(time, live);
        }
    }

    /// What the ledger joined to a cycle, in bytes; a cycle that is not known is left out.
    public void ownerDeaths(
            long gcId, double died, double freed, double stuck, double leaked, Cycle.Cleaning cleaning) {
        cycles.ownerDeaths(gcId, died, freed, stuck, leaked, cleaning);
    }

    /// The state now. Parts that did not change since the last call are the same objects.
    public TimelineSnapshot snapshot() {
        return new TimelineSnapshot(
                start,
                end,
                rss.publish(),
                heapUsed.publish(),
                heapCommitted.publish(),
                publish(nativeLive.values()),
                callbacks.publish(),
                cycles.publish(),
                memoryLimit,
                publish(gauges.values()));
    }

    private static List<Series> publish(Collection<SeriesWriter> writers) {
        return writers.stream().map(SeriesWriter::publish).toList();
    }

    private void gauge(NativeEvent.Gauge gauge) {
        if (gauge.name().equals(MEMORY_LIMIT)) {
            memoryLimit = gauge.value() > 0 ? gauge.value() : -1;
        } else {
            gauges.computeIfAbsent(gauge.name(), name -> new SeriesWriter(name, "bytes"))
                    .add(gauge.time(), gauge.value());
        }
    }

    /// Something happened at `time`.
    public void covers(long time) {
        if (start == 0 || time < start) {
            start = time;
        }
        end = Math.max(end, time);
    }
}
