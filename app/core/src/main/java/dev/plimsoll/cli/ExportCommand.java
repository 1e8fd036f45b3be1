package dev.plimsoll.cli;

import dev.plimsoll.export.Anonymiser;
import dev.plimsoll.export.ExportFormat;
import dev.plimsoll.export.StackFigures;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.RecordingCopy;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// A recording in the format of another tool.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Write a recording's stacks in the format of another tool.")
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A JFR recording.")
    private Path file = Path.of("");

    @Option(
            names = {"-f", "--format"},
            required = true,
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = FormatWords.class,
            description = "collapsed, pprof, speedscope, html, svg, csv, or jfr: a recording with nothing but what"
                    + " Plimsoll reads.")
    private Format format = new Format(null);

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    private Path output = Path.of("");

    @Option(
            names = "--figure",
            paramLabel = "FIGURE",
            description = "What is drawn or kept: ${COMPLETION-CANDIDATES}; live by default. pprof, speedscope, html"
                    + " and csv carry all of them and show this one first; jfr without it keeps all.")
    private @Nullable ExportFigure figure;

    @Option(
            names = "--anonymise",
            description =
                    "Replace the names of the program's own packages, classes and methods by numbers; in jfr by words of"
                            + " the same length.")
    private boolean anonymise;

    @Option(names = "--force", description = "Write over an existing file.")
    private boolean force;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, InterruptedException, IOException {
        Recordings.check(file);
        try (OutputFile out = OutputFile.create(output, force);
                Session session = PlaybackSession.open(file)) {
            Snapshot snapshot = Watching.open(session, "reading " + file, terminal);
            ExportFormat stacks = format.ofStacks();
            if (stacks == null) {
                copy(snapshot, out.part());
            } else {
                write(snapshot, stacks, out.part());
            }
            out.finish();
            terminal.say("wrote %s (%,d KiB)".formatted(output, (out.size() + 1023) / 1024));
        }
        return ExitCode.DONE;
    }

    private void write(Snapshot snapshot, ExportFormat stacks, Path part) throws IOException {
        StackFigures all = StackFigures.of(snapshot);
        ExportFigure first = figure == null ? ExportFigure.LIVE : figure;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            stacks.writer(first.figure()).write(anonymise ? Anonymiser.of(all) : all, out);
        }
    }

    private void copy(Snapshot snapshot, Path part) throws CommandException, IOException {
        if (snapshot.health().truncated()) {
            throw new CommandException(
                    file + " is damaged and cannot be copied event by event; choose a format other than jfr.");
        }
        RecordingCopy.Kept kept = figure == null ? RecordingCopy.Kept.EVERYTHING : figure.kept();
        RecordingCopy.write(file, snapshot, kept, anonymise, part);
    }

    /// @param ofStacks null for a recording
    record Format(@Nullable ExportFormat ofStacks) {}

    /// For the shell's completion.
    static final class FormatWords implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Arrays.stream(ExportFormat.values()).map(ExportFormat::word),
                            Stream.of(FormatConverter.RECORDING))
                    .iterator();
        }
    }

    /// The word of a format.
    static final class FormatConverter implements ITypeConverter<Format> {

        private static final String RECORDING = "jfr";

        @Override
        public Format convert(String word) {
            return word.equals(RECORDING)
                    ? new Format(null)
                    : new Format(ExportFormat.of(word)
                            .orElseThrow(
                                    () -> new TypeConversionException("'" + word + "' is not a known format; known are "
                                            + ExportFormat.words() + ", " + RECORDING)));
        }
    }
}
