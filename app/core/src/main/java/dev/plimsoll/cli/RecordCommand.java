package dev.plimsoll.cli;

import dev.plimsoll.session.Recorder;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.TargetException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Attaches without a window and writes a recording.
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Attach without a window and record to a file. Ctrl+C ends it early and keeps what there is.")
final class RecordCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PID", description = "Process id; `plimsoll list` shows them.")
    private long pid;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long, counted from when the probes are in: 30s (the default), 500ms, 2m.")
    private Duration duration = Duration.ofSeconds(30);

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The recording, for example app.jfr.")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Write over an existing file.")
    private boolean force;

    @Mixin
    private final SamplingOptions sampling = new SamplingOptions();

    @Mixin
    private final RulesOption rules = new RulesOption();

    RecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, TargetException, InterruptedException, IOException {
        try (OutputFile file = OutputFile.create(output, force);
                Interruption interruption = new Interruption()) {
            AttachedTarget target =
                    sampling.attachment(pid, rules.rules(), terminal).attach(words -> terminal.progress(words + " …"));
            String end = record(target, file, interruption);
            file.finish();
            terminal.say("%s%s (%,d KiB)".formatted(end, output, (file.size() + 1023) / 1024));
        }
        return ExitCode.DONE;
    }

    /// Returns what to say before the file's name.
    private String record(AttachedTarget target, OutputFile file, Interruption interruption)
            throws CommandException, TargetException, InterruptedException {
        CountDownLatch over = interruption.latch();
        target.ended().thenRun(over::countDown);
        try (Recorder recorder = Recorder.start(target)) {
            terminal.say("recording " + pid);
            Watching.countdown(over, duration, "recording " + pid, terminal);
            return finish(recorder, file) ? target.ended().join() + " What it left is in " : "wrote ";
        } finally {
            target.detach();
        }
    }

    /// Returns whether the target had ended by itself.
    private boolean finish(Recorder recorder, OutputFile file) throws CommandException, TargetException {
        try {
            return recorder.finish(file.part());
        } catch (IOException e) {
            throw new CommandException(
                    output + " cannot be written (" + e.getMessage() + "); free some space and record again.", e);
        }
    }
}
