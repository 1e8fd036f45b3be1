package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.FindingInput;
import dev.plimsoll.finding.Findings;
import dev.plimsoll.finding.Judgement;
import dev.plimsoll.finding.Watching;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.timeline.Timeline;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that a session knows, kept by one thread: events go in, a snapshot comes out.
final class Logbook {

    /// Events between two points of the native lanes, in nanoseconds: a recording arrives in batches of many seconds.
    private static final long STEP = 100_000_000L;

    /// Between two judgements, in nanoseconds: the rules look at every line, and a verdict is no stopwatch.
    private static final long BETWEEN_JUDGEMENTS = 1_000_000_000L;

    private final StackTable stacks = new StackTable();
    private final Ledger ledger = new Ledger(stacks);
    private final Timeline timeline = new Timeline();
    private final Vitals vitals = new Vitals();
    private final TreeMap<String, Coverage> coverage = new TreeMap<>();
    private Subject subject;
    private @Nullable Judgement judgement;
    private long judged;
    private long nextPoint;
    private long version;

    Logbook(Subject subject) {
        this.subject = subject;
    }

    /// The table into which whoever decodes events interns their stacks.
    StackTable stacks() {
        return stacks;
    }

    Vitals vitals() {
        return vitals;
    }

    Subject subject() {
        return subject;
    }

    void subject(Subject known) {
        subject = known;
    }

    /// Enters a batch in the order of its times.
    void enter(List<NativeEvent> sorted) {
        int from = 0;
        while (from < sorted.size()) {
            long until = sorted.get(from).time() + STEP;
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).time() < until) {
                to++;
            }
            List<NativeEvent> step = sorted.subList(from, to);
            ledger.apply(step);
            step.forEach(this::note);
            point(step.getLast().time());
            from = to;
        }
    }

    private void note(NativeEvent event) {
        timeline.record(event);
        vitals.record(event);
        switch (event) {
            case NativeEvent.BindingCoverage e ->
                coverage.put(e.binding(), new Coverage(e.binding(), e.state(), e.detail()));
            case NativeEvent.JvmInformation e -> subject = Subjects.with(subject, e);
            case NativeEvent.GcConfiguration e -> subject = Subjects.with(subject, e);
            default -> {}
        }
    }

    private void point(long time) {
        if (time >= nextPoint) {
            nextPoint = time + STEP;
            ledger.liveBytes((binding, bytes) -> timeline.nativeLive(time, binding, bytes));
            timeline.callbacks(time, ledger.callbacksLive());
        }
    }

    /// Everything at this moment.
    Snapshot take(Phase phase) {
        LedgerSnapshot now = ledger.snapshot();
        TimelineSnapshot times = timeline(now);
        Judgement verdicts = judge(phase, now, times);
        return new Snapshot(
                ++version,
                phase,
                subject,
                stacks,
                now,
                times,
                verdicts.findings(),
                verdicts.summary(),
                vitals.health(now.orphanFrees()),
                new ArrayList<>(coverage.values()));
    }

    private Judgement judge(Phase phase, LedgerSnapshot now, TimelineSnapshot times) {
        boolean passing = phase instanceof Phase.Live || phase instanceof Phase.Opening;
        long clock = System.nanoTime();
        Judgement last = judgement;
        if (last != null && passing && clock - judged < BETWEEN_JUDGEMENTS) {
            return last;
        }
        Watching watching = new Watching(vitals.bytesLost(), vitals.truncated());
        Judgement next = Findings.of(new FindingInput(stacks, now, times, ledger.history(), watching));
        judgement = next;
        judged = clock;
        return next;
    }

    private TimelineSnapshot timeline(LedgerSnapshot now) {
        for (OwnerDeaths deaths : now.ownerDeaths()) {
            timeline.ownerDeaths(deaths.gcId(), deaths.died(), deaths.freed(), deaths.stuck());
        }
        return timeline.snapshot();
    }
}
