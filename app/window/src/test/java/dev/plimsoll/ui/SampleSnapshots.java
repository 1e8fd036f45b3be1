package dev.plimsoll.ui;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// A rich snapshot for the window's tests and pictures: ten minutes of a renderer that leaks, always the same figures.
/// Written by hand because the window must not depend on how the ledger gets there.
public final class SampleSnapshots {

    public static final double MIB = 1024 * 1024;
    public static final long SECOND = 1_000_000_000L;

    /// 14:00:00 local time.
    public static final long START =
            LocalDateTime.of(2026, 3, 14, 14, 0).atZone(ZoneId.systemDefault()).toEpochSecond() * SECOND;

    public static final long END = START + 600 * SECOND;

    /// Of the cycle with id 187, the only full one asked for by `System.gc()`.
    public static final long FULL_GC = 187;

    private final StackTable stacks = new StackTable();

    private SampleSnapshots() {}

    /// Ten minutes, live, with everything in it.
    public static Snapshot rich() {
        return new SampleSnapshots().make(1, new Phase.Live());
    }

    /// The same, opened from a file.
    public static Snapshot playback() {
        return new SampleSnapshots().make(1, new Phase.Playback());
    }

    /// A recording with these blocks, and nothing found in it.
    public static Snapshot playback(StackTable stacks, LedgerSnapshot ledger) {
        Snapshot whole = playback();
        return new Snapshot(
                1,
                new Phase.Playback(),
                whole.subject(),
                stacks,
                ledger,
                whole.timeline(),
                List.of(),
                "",
                whole.health(),
                whole.coverage());
    }

    /// A later moment of a snapshot, with other findings.
    public static Snapshot with(Snapshot of, long version, List<Finding> findings) {
        return new Snapshot(
                version,
                of.phase(),
                of.subject(),
                of.stacks(),
                of.ledger(),
                of.timeline(),
                findings,
                of.summary(),
                of.health(),
                of.coverage());
    }

    /// The same moment with another time axis.
    public static Snapshot with(Snapshot of, TimelineSnapshot timeline) {
        return new Snapshot(
                of.version(),
                of.phase(),
                of.subject(),
                of.stacks(),
                of.ledger(),
                timeline,
                of.findings(),
                of.summary(),
                of.health(),
                of.coverage());
    }

    /// The same moment with other gauges on its time axis.
    public static Snapshot withGauges(Snapshot of, List<Series> gauges) {
        TimelineSnapshot line = of.timeline();
        return with(
                of,
                new TimelineSnapshot(
                        line.start(),
                        line.end(),
                        line.rss(),
                        line.heapUsed(),
                        line.heapCommitted(),
                        line.nativeLive(),
                        line.callbacks(),
                        line.cycles(),
                        line.memoryLimit(),
                        gauges));
    }

    /// A recording of the JDK alone, all of it read.
    public static Snapshot plain() {
        Snapshot none = empty();
        String sentence = "Native allocations are not in this recording.";
        return new Snapshot(
                1,
                new Phase.Playback(List.of(sentence), sentence),
                none.subject(),
                none.stacks(),
                none.ledger(),
                none.timeline(),
                List.of(),
                "",
                none.health(),
                List.of());
    }

    /// Just attached: the process is known, nothing has happened.
    public static Snapshot empty() {
        Series none = new Series("", "bytes", new long[0], new double[0]);
        return new Snapshot(
                0,
                new Phase.Live(),
                subject(new Phase.Live()),
                new StackTable(),
                new LedgerSnapshot(0, List.of(), List.of(), SampleBlocks.EMPTY, List.of(), 0, 0, List.of(), 0, 0),
                new TimelineSnapshot(0, 0, none, none, none, List.of(), none, List.of(), -1),
                List.of(),
                "Nothing has been recorded yet.",
                Health.UNKNOWN,
                List.of(new Coverage("direct", "woven", ""), new Coverage("ffm", "woven", "")));
    }

    private Snapshot make(long version, Phase phase) {
        LedgerSnapshot ledger = SampleLedger.of(stacks);
        return new Snapshot(
                version,
                phase,
                subject(phase),
                stacks,
                ledger,
                SampleTimeline.of(ledger),
                new SampleFindings(stacks).of(ledger),
                "RSS grew by 988.0 MiB in 10 minutes; 42 % of it is one leak in TextureCache.upload.",
                new Health(512 * 1024, "fixed", 0.7, 2140, 0, 3, 0, 110, false),
                List.of(
                        new Coverage("lwjgl", "woven", "3.3.4"),
                        new Coverage("ffm", "woven", ""),
                        new Coverage("direct", "woven", ""),
                        new Coverage("jna", "woven", "5.15"),
                        new Coverage("netty", "absent", "no class of it is loaded")));
    }

    private static Subject subject(Phase phase) {
        String file = phase instanceof Phase.Playback ? "render-leak-1404.jfr" : "";
        return new Subject("com.acme.render.RenderServer", 48213, "JDK 21.0.5", "-Xmx1g", "G1", file);
    }
}
