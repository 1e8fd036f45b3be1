package dev.plimsoll.cli;

import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.export.Export;
import dev.plimsoll.export.ReportHtml;
import dev.plimsoll.export.ReportJson;
import dev.plimsoll.export.ReportText;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Sieve;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a recording says, for people or for programs. Never loads JavaFX.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Say who leaks and why, from a recording.")
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A JFR recording.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Write JSON to stdout, schema 1.")
    private boolean json;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Also say what changed since this recording.")
    private @Nullable Path baseline;

    @Option(
            names = "--from",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Also say what changed since this moment: seconds since the start, or 90s, 2m.")
    private @Nullable Duration from;

    @Option(
            names = "--to",
            paramLabel = "T",
            converter = MomentConverter.class,
            description = "Report what there was at this moment, and not at the end.")
    private @Nullable Duration to;

    @Option(names = "--html", paramLabel = "OUT", description = "Write one HTML file to attach to a ticket.")
    private @Nullable Path html;

    @Option(
            names = "--suppressions",
            paramLabel = "FILE",
            description = "Leave out what this file names: a rule, a line of code, a date and a reason in each line.")
    private @Nullable Path suppressions;

    @Option(names = "--force", description = "Write over an existing file.")
    private boolean force;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException, IOException {
        Recordings.check(file);
        Path earlier = baseline;
        if (earlier != null) {
            Recordings.check(earlier);
        }
        if (earlier != null && from != null) {
            throw new CommandException("--baseline and --from both say what to compare with; give one of them.");
        }
        Suppressions known = SuppressionFile.read(suppressions);
        Path page = html;
        if (page == null) {
            report(earlier, known);
        } else {
            try (OutputFile out = OutputFile.create(page, force)) {
                Snapshot snapshot = between().after();
                Suppressions.Sifted sifted = known.sift(snapshot.findings());
                StringBuilder text = new StringBuilder();
                new ReportHtml(sifted.out()).write(Sieve.apply(snapshot, sifted), text);
                Files.writeString(out.part(), text);
                out.finish();
                terminal.say("wrote " + page);
            }
        }
        return ExitCode.DONE;
    }

    private void report(@Nullable Path earlier, Suppressions known)
            throws CommandException, InterruptedException, IOException {
        Moments moments = between();
        Snapshot all = moments.after();
        Snapshot before = earlier == null ? moments.before() : read(earlier);
        Comparison comparison = before == null ? null : Comparison.of(before, all, Scaling.NONE, () -> false);
        Suppressions.Sifted sifted = known.sift(all.findings());
        Export export = json ? new ReportJson(comparison, sifted.out()) : new ReportText(comparison, sifted.out());
        export.write(Sieve.apply(all, sifted), terminal.out());
        terminal.out().flush();
    }

    /// @param before null when no beginning was asked for
    private record Moments(@Nullable Snapshot before, Snapshot after) {}

    private Moments between() throws CommandException, InterruptedException {
        try (Session session = PlaybackSession.open(file)) {
            Snapshot whole = Watching.open(session, "reading " + file, terminal);
            if (from == null && to == null) {
                return new Moments(null, whole);
            }
            Playback playback = session.playback()
                    .orElseThrow(() ->
                            new CommandException(file + " has no moments to go back to; leave --from and --to out."));
            long beginning = moment(playback, "--from", from, playback.start());
            long end = moment(playback, "--to", to, playback.end());
            if (end < beginning) {
                throw new CommandException("--from is later than --to; turn them around.");
            }
            Snapshot before = from == null ? null : playback.at(beginning, () -> false);
            return new Moments(before, to == null ? whole : playback.at(end, () -> false));
        }
    }

    private long moment(Playback playback, String option, @Nullable Duration since, long otherwise)
            throws CommandException {
        if (since == null) {
            return otherwise;
        }
        long time = playback.start() + since.toNanos();
        if (time > playback.end()) {
            throw new CommandException("%s is behind the end of %s, which is %.1f s long; give an earlier moment."
                    .formatted(option, file, (playback.end() - playback.start()) / 1e9));
        }
        return time;
    }

    private Snapshot read(Path recording) throws CommandException, InterruptedException {
        try (Session session = PlaybackSession.open(recording)) {
            return Watching.open(session, "reading " + recording, terminal);
        }
    }
}
