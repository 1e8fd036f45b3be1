package dev.plimsoll.cli;

import dev.plimsoll.export.Export;
import dev.plimsoll.export.ReportJson;
import dev.plimsoll.export.ReportText;
import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The leaking renderer and the window on it; without a display its pages as pictures and a report.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Start a renderer that leaks in its own JVM, attach to it and open the window. Without a display,"
                + " write its pages and a report to plimsoll-demo.")
final class DemoCommand implements Callable<Integer> {

    private static final Path FOLDER = Path.of("plimsoll-demo");

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "What it does wrong: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
    private DemoScenario scenario = DemoScenario.ALL;

    @Mixin
    private final SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    @Mixin
    private final ScreenshotOptions pictures = new ScreenshotOptions();

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Without a display and with --screenshots: how long to watch first; 30s by default.")
    private Duration duration = Duration.ofSeconds(30);

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException, IOException {
        Window.Screenshots screenshots = pictures.screenshots();
        Rules watched = rules.rules();
        boolean report = screenshots == null && !WindowDoor.hasDisplay();
        if (report) {
            screenshots = pictures.into(FOLDER);
        }
        WindowDoor.check(screenshots == null);
        if (screenshots != null) {
            OutputFile.folder(screenshots.directory());
        }
        if (report) {
            terminal.say("There is no display: watching the renderer for " + duration.toSeconds()
                    + " s, then writing its pages and a report to " + FOLDER + ".");
        }
        try (DemoProcess renderer = DemoProcess.start(scenario);
                Session session = LiveSession.open(sampling.attachment(renderer.pid(), watched, terminal))) {
            if (screenshots != null) {
                Watching.open(session, "attaching to the renderer", terminal);
                Watching.until(session, duration, "watching the renderer", terminal);
            }
            int code = WindowDoor.open(new Window.Open.Running(session), screenshots);
            if (report && code == ExitCode.DONE) {
                // The window held the session still to draw it: this is what its pages show.
                Snapshot seen = session.snapshot();
                write(seen, new ReportJson(), "report.json");
                write(seen, new ReportText(), "report.txt");
                terminal.say(seen.summary() + " See " + FOLDER.toAbsolutePath() + ".");
            }
            return code;
        }
    }

    private static void write(Snapshot snapshot, Export export, String name) throws IOException {
        Files.writeString(FOLDER.resolve(name), export.text(snapshot));
    }
}
