package dev.plimsoll.timeline;

import dev.plimsoll.event.NativeEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts GC cycles together from the events that tell of them, whichever comes first. One thread.
final class CycleWriter {

    /// Cycles kept: at one per second more than a day.
    private static final int KEPT = 100_000;

    /// Calls of `System.gc()` whose collection may not have been told yet.
    private static final int CALLS = 64;

    /// What the collectors of JDK 17 to 25 call a collection of the young generation only.
    private static final Set<String> YOUNG = Set.of(
            "G1New", "DefNew", "ParNew", "ParallelScavenge", "PSMarkSweepYoung", "ZGC Minor", "Shenandoah Young");

    private static final class Entry {
        ReferenceCounts references = ReferenceCounts.NONE;
        long heapUsedBefore = -1;
        long heapUsedAfter = -1;
        double died;
        double freed;
        double stuck;
        double leaked;
        Cycle.Cleaning cleaning = Cycle.Cleaning.NONE;
        int caller;

        @Nullable
        Cycle published;

        Cycle publish(NativeEvent.GcCycle of) {
            if (published == null) {
                published = new Cycle(
                        of.gcId(),
                        of.name(),
                        of.cause(),
                        YOUNG.contains(of.name()),
                        of.time(),
                        of.duration(),
                        of.sumOfPauses(),
                        of.longestPause(),
                        references,
                        heapUsedBefore,
                        heapUsedAfter,
                        died,
                        freed,
                        stuck,
                        leaked,
                        cleaning,
                        caller);
            }
            return published;
        }
    }

    private final Map<Long, Entry> entries = new HashMap<>();
    private final ArrayList<NativeEvent.GcCycle> cycles = new ArrayList<>();
    private final ArrayDeque<NativeEvent.SystemGc> calls = new ArrayDeque<>();
    private List<Cycle> published = List.of();
    private boolean dirty;

    void cycle(NativeEvent.GcCycle cycle) {
        Entry entry = touched(cycle.gcId());
        for (NativeEvent.SystemGc call : calls) {
            join(call, cycle, entry);
        }
        int at = cycles.size();
        while (at > 0 && cycles.get(at - 1).time() > cycle.time()) {
            at--;
        }
        cycles.add(at, cycle);
        if (cycles.size() > KEPT) {
            entries.remove(cycles.removeFirst().gcId());
        }
    }

    /// The collection that was asked for may be known already, or come later.
    void called(NativeEvent.SystemGc call) {
        calls.addLast(call);
        if (calls.size() > CALLS) {
            calls.removeFirst();
        }
        for (int at = cycles.size() - 1; at >= 0 && cycles.get(at).time() >= call.time(); at--) {
            NativeEvent.GcCycle cycle = cycles.get(at);
            if (entries.get(cycle.gcId()) instanceof Entry entry) {
                join(call, cycle, entry);
            }
        }
    }

    private void join(NativeEvent.SystemGc call, NativeEvent.GcCycle cycle, Entry entry) {
        if (cycle.time() >= call.time()
                && cycle.time() <= call.end()
                && cycle.cause().startsWith("System.gc")) {
            entry.caller = call.stack();
            entry.published = null;
            dirty = true;
        }
    }

    void references(NativeEvent.GcReferences references) {
        Entry entry = touched(references.gcId());
        entry.references = entry.references.with(references.type(), references.count());
    }

    void heapBefore(long gcId, long used) {
        touched(gcId).heapUsedBefore = used;
    }

    void heapAfter(long gcId, long used) {
        touched(gcId).heapUsedAfter = used;
    }

    void ownerDeaths(long gcId, double died, double freed, double stuck, double leaked, Cycle.Cleaning cleaning) {
        Entry entry = entries.get(gcId);
        if (entry != null
                && (entry.died != died
                        || entry.freed != freed
                        || entry.stuck != stuck
                        || entry.leaked != leaked
                        || !entry.cleaning.equals(cleaning))) {
            touched(gcId);
            entry.died = died;
            entry.freed = freed;
            entry.stuck = stuck;
            entry.leaked = leaked;
            entry.cleaning = cleaning;
        }
    }

    /// In order of their starts; a cycle that did not change is the same object, and so is the list when none did.
    List<Cycle> publish() {
        if (dirty) {
            dirty = false;
            List<Cycle> next = new ArrayList<>(cycles.size());
            for (NativeEvent.GcCycle cycle : cycles) {
                Entry entry = entries.get(cycle.gcId());
                if (entry != null) {
                    next.add(entry.publish(cycle));
                }
            }
            published = List.copyOf(next);
        }
        return published;
    }

    private Entry touched(long gcId) {
        Entry entry = entries.computeIfAbsent(gcId, id -> new Entry());
        entry.published = null;
        dirty = true;
        return entry;
    }
}
