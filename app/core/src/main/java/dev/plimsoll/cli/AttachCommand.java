package dev.plimsoll.cli;

import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.JvmList;
import dev.plimsoll.target.TargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The window on a running JVM.
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Attach to a running JVM and open the window.")
final class AttachCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PID", description = "Process id; `plimsoll list` shows them.")
    private long pid;

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
            description = "With --screenshots: how long to watch first; 10s by default.")
    private Duration duration = Duration.ofSeconds(10);

    AttachCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, TargetException, InterruptedException {
        Window.Screenshots screenshots = pictures.screenshots();
        JvmEntry entry = JvmList.find(pid);
        String obstacle = entry.obstacle();
        if (obstacle != null) {
            throw new TargetException(obstacle);
        }
        WindowDoor.check(screenshots == null);
        try (Session session = LiveSession.open(sampling.attachment(pid, rules.rules(), terminal))) {
            if (screenshots != null) {
                Watching.open(session, "attaching to process " + pid, terminal);
                Watching.until(session, duration, "watching process " + pid, terminal);
            }
            return WindowDoor.open(new Window.Open.Running(session), screenshots);
        }
    }
}
