package dev.plimsoll.cli;

import dev.plimsoll.crash.CrashLog;
import dev.plimsoll.crash.CrashStory;
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
            description = "What was recorded before; else hs_err_pidN.jfr beside the log, when it is there.")
    private @Nullable Path recording;

    CrashCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException {
        CrashStory story = new CrashStory(parse());
        Path file = recording == null ? beside() : recording;
        if (file != null) {
            Recordings.check(file);
            try {
                story.read(file);
            } catch (IOException e) {
                throw new CommandException(String.valueOf(e.getMessage()), e);
            }
        }
        story.words().forEach(terminal.out()::println);
        terminal.out().flush();
        return ExitCode.DONE;
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
