package dev.plimsoll.cli;

import dev.plimsoll.session.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a recording of what a JVM left behind that was killed.
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Make a recording of what a killed JVM, or a Plimsoll that crashed, left behind.")
final class RecoverCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "PID|DIR",
            description = "The process as it was, or the repository of its flight recorder.")
    private String from = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The recording, for example app.jfr.")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Write over an existing file.")
    private boolean force;

    RecoverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, IOException {
        boolean process = from.matches("\\d{1,18}") && !Files.isDirectory(Path.of(from));
        if (!process && !Files.isDirectory(Path.of(from))) {
            throw new CommandException(
                    "There is no folder " + from + "; give a process id, or the repository of its flight recorder.");
        }
        try (OutputFile file = OutputFile.create(output, force)) {
            Saved.Recovered recovered = process
                    ? Saved.recover(Long.parseLong(from), file.part())
                    : Saved.recover(Path.of(from), file.part());
            file.finish();
            terminal.say(
                    "recovered %s: %s (%,d KiB)".formatted(recovered.sentence(), output, (file.size() + 1023) / 1024));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
