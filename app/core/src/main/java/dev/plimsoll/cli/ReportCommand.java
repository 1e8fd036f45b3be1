package dev.plimsoll.cli;

import dev.plimsoll.export.Export;
import dev.plimsoll.export.ReportJson;
import dev.plimsoll.export.ReportText;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException, IOException {
        Recordings.check(file);
        try (Session session = PlaybackSession.open(file)) {
            Snapshot snapshot = Watching.open(session, "reading " + file, terminal);
            Export export = json ? new ReportJson() : new ReportText();
            export.write(snapshot, terminal.out());
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }
}
