package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.ledger.Past;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// What a recording that was read to its end can show of any moment. Blocks, their sums and callbacks are exact;
/// health and deaths of owners by cycle are those of the mark before, which is at most a sixty-fourth of the recording
/// older; so are findings, but that of a large recording only every few marks are judged. Any thread.
final class Rewind {

    private final Past past;
    private final List<Mark> marks;
    private final Snapshot last;
    private final AtomicLong version;

    /// @param last everything at the end
    Rewind(Past past, List<Mark> marks, Snapshot last) {
        this.past = past;
        this.marks = marks;
        this.last = last;
        this.version = new AtomicLong(last.version());
    }

    long start() {
        return last.timeline().start();
    }

    long end() {
        return last.timeline().end();
    }

    long peak() {
        return past.peak() == 0 ? end() : past.peak();
    }

    TimelineSnapshot timeline() {
        return last.timeline();
    }

    StackTable stacks() {
        return last.stacks();
    }

    List<RangeSums> between(long from, long to, BooleanSupplier cancelled) {
        return past.between(from, to, cancelled);
    }

    Snapshot at(long time, BooleanSupplier cancelled) {
        if (time >= end()) {
            return with(version.incrementAndGet(), last.phase(), last);
        }
        Mark mark = mark(time);
        LedgerSnapshot ledger = past.at(time, mark.ledger(), cancelled);
        return new Snapshot(
                version.incrementAndGet(),
                last.phase(),
                last.subject(),
                last.stacks(),
                ledger,
                timeline(time, mark, ledger),
                mark.findings(),
                mark.summary(),
                mark.health(),
                mark.coverage());
    }

    /// The moments at which something was found that had not been found before, in order.
    long[] findingTimes() {
        List<Long> times = new ArrayList<>();
        Set<Object> known = new HashSet<>();
        for (Mark mark : marks) {
            if (isNew(mark.findings(), known)) {
                times.add(Math.max(start(), mark.time()));
            }
        }
        if (isNew(last.findings(), known)) {
            times.add(end());
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /// Each finding at the moment at which it had not been made before, in order.
    List<Playback.Sighting> sightings() {
        List<Playback.Sighting> seen = new ArrayList<>();
        Set<Object> known = new HashSet<>();
        for (Mark mark : marks) {
            for (Finding finding : mark.findings()) {
                if (known.add(key(finding))) {
                    seen.add(new Playback.Sighting(Math.max(start(), mark.time()), finding));
                }
            }
        }
        for (Finding finding : last.findings()) {
            if (known.add(key(finding))) {
                seen.add(new Playback.Sighting(end(), finding));
            }
        }
        return List.copyOf(seen);
    }

    private static Object key(Finding finding) {
        return List.of(finding.rule(), String.valueOf(finding.frame()), finding.binding());
    }

    private static boolean isNew(List<Finding> findings, Set<Object> known) {
        boolean isNew = false;
        for (Finding finding : findings) {
            isNew |= known.add(key(finding));
        }
        return isNew;
    }

    /// The last mark that is not later; the first one was made before the first event.
    private Mark mark(long time) {
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).time() <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return marks.get(low);
    }

    private TimelineSnapshot timeline(long time, Mark mark, LedgerSnapshot ledger) {
        TimelineSnapshot cut = last.timeline().until(time);
        Map<Long, OwnerDeaths> then = new HashMap<>();
        for (OwnerDeaths deaths : mark.ledger().ownerDeaths()) {
            then.put(deaths.gcId(), deaths);
        }
        List<Cycle> cycles = cut.cycles().stream()
                .map(cycle -> {
                    OwnerDeaths deaths = then.get(cycle.gcId());
                    if (deaths != null) {
                        return cycle.with(
                                deaths.died(),
                                deaths.freed(),
                                deaths.stuck(),
                                deaths.leaked(),
                                new Cycle.Cleaning(deaths.waiting(), deaths.lag()));
                    }
                    return cycle.start() > mark.time() ? cycle.with(0, 0, 0, 0, Cycle.Cleaning.NONE) : cycle;
                })
                .toList();
        return new TimelineSnapshot(
                cut.start(),
                time,
                cut.rss(),
                cut.heapUsed(),
                cut.heapCommitted(),
                nativeLive(cut, time, ledger),
                cut.callbacks(),
                cycles,
                cut.memoryLimit(),
                cut.gauges());
    }

    /// A lane has a point for each tenth of a second; the last one here is what there was at the moment itself.
    private static List<Series> nativeLive(TimelineSnapshot cut, long time, LedgerSnapshot ledger) {
        TreeMap<String, Series> lanes = new TreeMap<>();
        cut.nativeLive().forEach(lane -> lanes.put(lane.name(), lane));
        for (BindingSums sums : ledger.bindings()) {
            Series lane =
                    lanes.getOrDefault(sums.binding(), new Series(sums.binding(), "bytes", new long[0], new double[0]));
            lanes.put(sums.binding(), lane.with(time, sums.liveBytes().value()));
        }
        return List.copyOf(lanes.values());
    }

    /// The end once more, with something to be said of the recording.
    Snapshot remark(String sentence) {
        List<String> remarks = new ArrayList<>();
        String noAllocations = "";
        if (last.phase() instanceof Phase.Playback playback) {
            remarks.addAll(playback.remarks());
            noAllocations = playback.noAllocations();
        }
        remarks.add(sentence);
        return with(version.incrementAndGet(), new Phase.Playback(remarks, noAllocations), last);
    }

    private static Snapshot with(long version, Phase phase, Snapshot snapshot) {
        return new Snapshot(
                version,
                phase,
                snapshot.subject(),
                snapshot.stacks(),
                snapshot.ledger(),
                snapshot.timeline(),
                snapshot.findings(),
                snapshot.summary(),
                snapshot.health(),
                snapshot.coverage(),
                snapshot.unknown());
    }
}
