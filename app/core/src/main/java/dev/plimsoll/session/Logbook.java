package dev.plimsoll.session;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.FindingInput;
import dev.plimsoll.finding.Findings;
import dev.plimsoll.finding.Judgement;
import dev.plimsoll.finding.Watching;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.ledger.Past;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.Timeline;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that a session knows, kept by one thread: events go in, a snapshot comes out. How events are cut into batches
/// makes no difference.
final class Logbook {

    /// Between two judgements, in nanoseconds: the rules look at every line, and a verdict is no stopwatch.
    private static final long BETWEEN_JUDGEMENTS = 1_000_000_000L;

    /// Very many lines are judged less often, yet no verdict waits for longer than this, in nanoseconds.
    private static final long LONGEST_REST = 5_000_000_000L;

    /// A judgement may take a fifth of what other work that is done again and again may: a hundredth of the time, until
    /// it has rested for the longest.
    private static final long RARER = 5;

    /// Up to so many events every mark is judged anew; beyond, only after half as many more have come: a judgement
    /// adds up what there is, and all of them together must cost less than the reading.
    private static final long FEW = 200_000;

    private final StackTable stacks;
    private final Ledger ledger;
    private final Timeline timeline = new Timeline();
    private final Vitals vitals = new Vitals();
    private final TreeMap<String, Coverage> coverage = new TreeMap<>();
    private final HeldObjects held = new HeldObjects();
    private final Entries entries;
    private final @Nullable Marks marks;
    private Subject subject;
    private @Nullable Judgement judgement;
    /// That of the last mark: it must not depend on when somebody looked meanwhile.
    private @Nullable Judgement marked;
    private long judged;
    private long rest;
    private long judgedEvents;
    private long version;

    private Logbook(Subject subject, StackTable stacks, Ledger ledger, @Nullable Marks marks) {
        this.marks = marks;
        this.subject = subject;
        this.stacks = stacks;
        this.ledger = ledger;
        entries = new Entries(ledger, timeline, vitals, this::mark, this::note);
    }

    /// Forgets what ended.
    static Logbook forgetting(Subject subject) {
        StackTable stacks = new StackTable();
        return new Logbook(subject, stacks, new Ledger(stacks), null);
    }

    /// Can tell of every moment.
    static Logbook remembering(Subject subject) {
        StackTable stacks = new StackTable();
        return new Logbook(subject, stacks, Ledger.remembering(stacks), new Marks());
    }

    /// Takes a picture of a made-up block that nobody sees: what a first picture needs is loaded by it, while the file
    /// is still being opened.
    static void rehearse(Subject subject) {
        Logbook sketch = remembering(subject);
        sketch.glimpse(
                List.of(
                        new NativeEvent.Allocation(1, 1, 1, 2, "ffm", "shared", null, 0),
                        new NativeEvent.Free(2, 1, "ffm", FreeCause.EXPLICIT),
                        new NativeEvent.ResidentMemory(3, 1)),
                new Phase.Opening("", 0));
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

    /// Time of the latest event, nanoseconds since the epoch, 0 before the first.
    long time() {
        return entries.last();
    }

    /// Enters a batch in the order of its times.
    void enter(List<NativeEvent> sorted) {
        entries.enter(sorted);
    }

    /// Enters sealed columns.
    void enter(EventColumns sealed) {
        sealed.replay(entries);
    }

    private void note(NativeEvent event) {
        timeline.record(event);
        vitals.record(event);
        switch (event) {
            case NativeEvent.BindingCoverage e ->
                coverage.put(e.binding(), new Coverage(e.binding(), e.state(), e.detail(), e.version()));
            case NativeEvent.JvmInformation e -> subject = Subjects.with(subject, e);
            case NativeEvent.GcConfiguration e -> subject = Subjects.with(subject, e);
            case NativeEvent.HeldObject e -> held.add(e);
            default -> {}
        }
    }

    /// Everything at this moment.
    Snapshot take(Phase phase) {
        if (!(phase instanceof Phase.Opening)) {
            entries.point();
        }
        LedgerSnapshot now = ledger.snapshot();
        TimelineSnapshot times = timeline(now);
        version++;
        return snapshot(phase, now, times, judge(phase, now, times));
    }

    /// What it would look like with these few events, none of which is entered. Before the first was.
    ///
    /// @param sorted by time
    Snapshot glimpse(List<NativeEvent> sorted, Phase phase) {
        Logbook sketch = new Logbook(subject, stacks, new Ledger(stacks), null);
        version++;
        sketch.version = version;
        sketch.enter(sorted);
        LedgerSnapshot now = sketch.ledger.snapshot();
        return sketch.snapshot(phase, now, sketch.timeline(now), Judgement.NOT_YET);
    }

    private Snapshot snapshot(Phase phase, LedgerSnapshot now, TimelineSnapshot times, Judgement verdicts) {
        return new Snapshot(
                version,
                phase,
                subject,
                stacks,
                now,
                times,
                verdicts.findings(),
                verdicts.summary(),
                vitals.health(now.orphanFrees()),
                new ArrayList<>(coverage.values()),
                verdicts.unknown());
    }

    /// How long the recording is, nanoseconds; 0 or less when that is not known beforehand.
    void expect(long length) {
        if (marks != null) {
            marks.expect(length);
        }
    }

    /// An event of `time` is about to be entered.
    private void mark(long time) {
        if (marks != null && marks.due(time)) {
            LedgerSnapshot now = ledger.snapshot();
            TimelineSnapshot times = timeline(now);
            Judgement last = marked;
            boolean soon = last != null && now.eventsApplied() - judgedEvents < (now.eventsApplied() - FEW) / 3;
            if (last == null || !soon) {
                last = judge(now, times);
                marked = last;
                judgedEvents = now.eventsApplied();
            }
            marks.add(Mark.of(snapshot(new Phase.Playback(), now, times, last)), time);
        }
    }

    /// What was said on the way. Only of a logbook that remembers.
    List<Mark> marks() {
        return marks == null ? List.of() : marks.all();
    }

    /// What this logbook can tell of the past; nothing may be entered afterwards. Only of one that remembers.
    Past past() {
        return ledger.past();
    }

    private Judgement judge(Phase phase, LedgerSnapshot now, TimelineSnapshot times) {
        if (phase instanceof Phase.Opening && now.eventsApplied() == 0) {
            return Judgement.NOT_YET;
        }
        boolean passing = phase instanceof Phase.Live || phase instanceof Phase.Opening;
        long clock = System.nanoTime();
        Judgement last = judgement;
        if (last != null && passing && clock - judged < Math.max(BETWEEN_JUDGEMENTS, rest)) {
            return last;
        }
        Judgement next = judge(now, times);
        rest = Rest.after(RARER * (System.nanoTime() - clock), LONGEST_REST);
        return next;
    }

    private Judgement judge(LedgerSnapshot now, TimelineSnapshot times) {
        Watching watching = new Watching(vitals.bytesLost(), vitals.truncated());
        Judgement next = Findings.of(new FindingInput(stacks, now, times, ledger.history(), watching, held.newest()));
        judgement = next;
        judged = System.nanoTime();
        return next;
    }

    private TimelineSnapshot timeline(LedgerSnapshot now) {
        // However many cycles lie between two snapshots, each comes to the time axis.
        place(ledger.passedDeaths());
        place(now.ownerDeaths());
        return timeline.snapshot();
    }

    private void place(List<OwnerDeaths> cycles) {
        for (OwnerDeaths deaths : cycles) {
            timeline.ownerDeaths(
                    deaths.gcId(),
                    deaths.died(),
                    deaths.freed(),
                    deaths.stuck(),
                    deaths.leaked(),
                    new Cycle.Cleaning(deaths.waiting(), deaths.lag()));
        }
    }
}
