package dev.plimsoll.ui.gc;

import dev.plimsoll.event.Frame;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.gc.GcViewState.Age;
import dev.plimsoll.ui.gc.GcViewState.Origin;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// State of the GC page: which cycle is open. Without a tool kit.
final class GcPresenter {

    private static final long SECOND = 1_000_000_000L;

    private long selected = -1;
    private long before = -1;
    private boolean chosen;
    private List<Cycle> drawnCycles = List.of();
    private Optional<TimeRange> drawnRange = Optional.empty();
    private long drawnEnd = Long.MIN_VALUE;

    /// Whether this snapshot is to be drawn: another cycle, another range, or while live a second later; a recording
    /// may stand still between two seconds.
    boolean due(Snapshot snapshot, Optional<TimeRange> range) {
        long end = snapshot.timeline().end();
        List<Cycle> cycles = snapshot.timeline().cycles();
        long least = snapshot.phase() instanceof Phase.Live ? SECOND : 1;
        if (range.equals(drawnRange) && cycles.equals(drawnCycles) && end >= drawnEnd && drawnEnd > end - least) {
            return false;
        }
        drawnRange = range;
        drawnCycles = cycles;
        drawnEnd = end;
        return true;
    }

    void select(long gcId) {
        selected = gcId;
        chosen = true;
    }

    void close() {
        before = selected;
        selected = -1;
        chosen = true;
    }

    /// The cycle that was closed last, or the most telling one.
    void openAgain(List<Cycle> cycles) {
        long wanted = selected >= 0 ? selected : before;
        boolean there = cycles.stream().anyMatch(cycle -> cycle.gcId() == wanted);
        selected = there ? wanted : mostTelling(cycles);
        if (selected < 0 && !cycles.isEmpty()) {
            selected = cycles.getLast().gcId();
        }
        chosen = true;
    }

    /// Moves to an earlier (negative) or later cycle.
    void step(int by, List<Cycle> cycles) {
        if (!chosen) {
            close();
        }
        for (int i = 0; i < cycles.size(); i++) {
            if (cycles.get(i).gcId() == selected) {
                selected = cycles.get(Math.clamp(i + by, 0, cycles.size() - 1)).gcId();
                return;
            }
        }
        if (!cycles.isEmpty()) {
            selected = (by < 0 ? cycles.getLast() : cycles.getFirst()).gcId();
        }
    }

    GcViewState state(Snapshot snapshot, Optional<TimeRange> range) {
        TimelineSnapshot timeline = snapshot.timeline();
        List<Cycle> all = timeline.cycles();
        TimeRange shown = range.orElse(new TimeRange(timeline.start(), Math.max(timeline.start(), timeline.end())));
        List<Cycle> cycles =
                all.stream().filter(cycle -> shown.contains(cycle.start())).toList();
        if (!chosen && selected < 0) {
            selected = mostTelling(cycles);
        }
        Optional<Cycle> open =
                all.stream().filter(cycle -> cycle.gcId() == selected).findFirst();
        return new GcViewState(
                cycles,
                all.isEmpty() ? -1 : all.getLast().gcId(),
                shown.from(),
                shown.to(),
                open,
                open.map(cycle -> age(cycle, timeline)).orElse(new Age(0, 0)),
                open.map(cycle -> origins(snapshot, cycle)).orElse(List.of()),
                open.filter(cycle -> cycle.caller() > 0)
                        .map(cycle -> snapshot.stacks().get(cycle.caller())),
                cycles.stream().mapToLong(Cycle::longestPause).max().orElse(0),
                chosen);
    }

    private static Age age(Cycle of, TimelineSnapshot timeline) {
        int later = (int) timeline.cycles().stream()
                .filter(cycle -> cycle.start() > of.start())
                .count();
        return new Age(later, Math.max(0, timeline.end() - of.end()));
    }

    /// The cycle in which the owners of most native bytes died, -1 when there is none: opened until a person chooses.
    private static long mostTelling(List<Cycle> cycles) {
        return cycles.stream()
                .filter(cycle -> cycle.ownerDiedBytes() > 0)
                .max(Comparator.comparingDouble(Cycle::ownerDiedBytes))
                .map(Cycle::gcId)
                .orElse(-1L);
    }

    private static List<Origin> origins(Snapshot snapshot, Cycle cycle) {
        Map<String, Origin> byLine = new HashMap<>();
        snapshot.ledger().diedIn(cycle.gcId()).forEach((key, bytes) -> {
            Frame site = snapshot.stacks().get(key.stack()).site();
            String label = site == null ? Words.say("stack.none") : Frames.shortLabel(site);
            Origin one = new Origin(key.binding(), key.stack(), label, bytes);
            byLine.merge(key.binding() + " " + (site == null ? "" : site.label()), one, GcPresenter::together);
        });
        List<Origin> origins = new ArrayList<>(byLine.values());
        origins.sort(Comparator.comparingDouble(Origin::bytes).reversed());
        return origins;
    }

    /// Stacks through one line; the one with most bytes leads further.
    private static Origin together(Origin one, Origin other) {
        Origin more = one.bytes() >= other.bytes() ? one : other;
        return new Origin(more.binding(), more.stack(), more.label(), one.bytes() + other.bytes());
    }
}
