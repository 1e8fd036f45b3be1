package dev.plimsoll.cli;

import dev.plimsoll.crash.CrashLog;
import dev.plimsoll.crash.CrashStory;
import dev.plimsoll.session.Saved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whether a JVM died of memory that was freed, of a callback that was released, or of nothing that is known.
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Say what a fatal error log and a recording know of the address that a JVM died of.")
final class CrashCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "HS_ERR", description = "The JVM's log, hs_err_pidN.log.")
    private Path log = Path.of("");

    @Option(
            names = "--recording",
            paramLabel = "FILE",
            description =
                    "What was recorded before; else hs_err_pidN.jfr beside the log, or what the recorder of the process left behind.")
    private @Nullable Path recording;

    CrashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        CrashLog crash = parse();
        CrashStory story = new CrashStory(crash);
        Path file = recording == null ? beside() : recording;
        if (file != null) {
            Recordings.check(file);
            read(story, file);
        } else {
            readLeftovers(story, crash.pid());
        }
        story.words().forEach(terminal.out()::println);
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private static void read(CrashStory story, Path file) throws CommandException {
        try {
            story.read(file);
        } catch (IOException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /// What the dead process had flushed, where nobody has cleaned up yet. Why there is nothing is said, and no error:
    /// the story then asks for a recording.
    private void readLeftovers(CrashStory story, long pid) throws CommandException {
        try {
            Path chunks = Files.createTempFile("plimsoll-crash", ".jfr");
            try {
                String recovered = Saved.recover(pid, chunks).sentence();
                terminal.say("recovered " + recovered + " of what process " + pid + " left behind");
                read(story, chunks);
            } finally {
                Files.delete(chunks);
            }
        } catch (IOException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    private CrashLog parse() throws CommandException {
        if (!Files.isRegularFile(log)) {
            throw new CommandException("There is no file " + log + "; give the hs_err_pidN.log that the JVM wrote.");
        }
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return CrashLog.parse(lines);
        } catch (IllegalArgumentException e) {
            throw new CommandException(log + " is " + e.getMessage() + "; give the hs_err_pidN.log that it wrote.", e);
        } catch (IOException e) {
            throw new CommandException(log + " cannot be read; look at its permissions.", e);
        }
    }

    private @Nullable Path beside() {
        Path file = log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", "") + ".jfr");
        return Files.isRegularFile(file) ? file : null;
    }
}
