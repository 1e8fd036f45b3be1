package dev.plimsoll.cli;

import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.export.Export;
import dev.plimsoll.export.ReportJson;
import dev.plimsoll.export.ReportText;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
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
        Snapshot snapshot = read(file);
        Export export = earlier == null ? alone() : compared(read(earlier), snapshot);
        export.write(snapshot, terminal.out());
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private Snapshot read(Path recording) throws CommandException, InterruptedException {
        try (Session session = PlaybackSession.open(recording)) {
            return Watching.open(session, "reading " + recording, terminal);
        }
    }

    private Export alone() {
        return json ? new ReportJson() : new ReportText();
    }

    private Export compared(Snapshot before, Snapshot after) {
        Comparison comparison = Comparison.of(before, after, Scaling.NONE, () -> false);
        return json ? new ReportJson(comparison) : new ReportText(comparison);
    }
}
