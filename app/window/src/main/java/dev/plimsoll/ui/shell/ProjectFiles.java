package dev.plimsoll.ui.shell;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.HealthRanges;
import dev.plimsoll.session.Sieve;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Project;
import dev.plimsoll.ui.kit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Two text files in a folder: `plimsoll-suppressions.txt`, which `report --suppressions` reads too, and
/// `plimsoll-ranges.txt`. A file that cannot be read is said and left as it is. FX thread; writes in the background.
final class ProjectFiles implements Project {

    static final String SUPPRESSIONS = "plimsoll-suppressions.txt";
    static final String RANGES = "plimsoll-ranges.txt";

    private static final String SUPPRESSIONS_HEAD =
            "# rule                   line                                             since      reason";

    private static final String RANGES_HEAD = HealthRanges.DEFAULT.lines().getFirst();

    private final Executor background;
    private final Consumer<String> complaint;
    private final Runnable onChange;
    private Path folder = Path.of(".");
    private Suppressions suppressions = Suppressions.NONE;
    private HealthRanges ranges = HealthRanges.DEFAULT;
    private List<Suppressions.Suppressed> out = List.of();

    /// @param complaint takes one sentence on any thread
    /// @param onChange what is shown is no longer right
    ProjectFiles(Executor background, Consumer<String> complaint, Runnable onChange) {
        this.background = background;
        this.complaint = complaint;
        this.onChange = onChange;
    }

    /// Beside the recording, or in `otherwise`.
    static Path place(Snapshot snapshot, Path otherwise) {
        String source = snapshot.subject().source();
        Path folder = source.isEmpty() ? otherwise : Path.of(source).toAbsolutePath();
        return source.isEmpty() || Files.isDirectory(folder)
                ? folder
                : folder.resolveSibling(".").normalize();
    }

    /// Reads what is kept in `place`.
    void open(Path place) {
        folder = place;
        suppressions = Suppressions.NONE;
        ranges = HealthRanges.DEFAULT;
        out = List.of();
        read(SUPPRESSIONS, lines -> suppressions = Suppressions.parse(lines));
        read(RANGES, lines -> ranges = HealthRanges.parse(lines));
    }

    private void read(String name, Consumer<List<String>> parse) {
        Path file = folder.resolve(name);
        try {
            parse.accept(Files.isRegularFile(file) ? Files.readAllLines(file) : List.of());
        } catch (IOException | IllegalArgumentException e) {
            complaint.accept(Words.say("project.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /// The snapshot without what is suppressed.
    Snapshot sift(Snapshot snapshot) {
        Suppressions.Sifted sifted = suppressions.sift(snapshot.findings());
        out = sifted.out();
        return Sieve.apply(snapshot, sifted);
    }

    @Override
    public HealthRanges ranges() {
        return ranges;
    }

    @Override
    public void range(HealthMetric metric, double most) {
        ranges = ranges.with(metric, most);
        String line = HealthRanges.DEFAULT.with(metric, most).lines().getLast();
        edit(
                RANGES,
                RANGES_HEAD,
                old -> old.strip().split("\\s+", 2)[0].equals(metric.id()),
                most == metric.most() ? List.of() : List.of(line));
    }

    @Override
    public List<Suppressions.Suppressed> suppressed() {
        return out;
    }

    @Override
    public void suppress(Finding finding, String reason) {
        Suppressions.Entry entry = Suppressions.entryFor(finding, LocalDate.now(), reason);
        suppressions = suppressions.with(entry);
        edit(SUPPRESSIONS, SUPPRESSIONS_HEAD, old -> false, List.of(entry.toString()));
    }

    @Override
    public void restore(Suppressions.Entry entry) {
        suppressions = suppressions.without(entry);
        edit(SUPPRESSIONS, SUPPRESSIONS_HEAD, old -> isLineOf(entry, old), List.of());
    }

    private static boolean isLineOf(Suppressions.Entry entry, String line) {
        try {
            return Suppressions.parse(List.of(line)).entries().equals(List.of(entry));
        } catch (IllegalArgumentException somebodysOwn) {
            return false;
        }
    }

    /// Takes lines out of a file and puts others at its end; what else stands there stays, remarks too.
    private void edit(String name, String head, Predicate<String> out, List<String> in) {
        Path file = folder.resolve(name);
        background.execute(() -> {
            try {
                List<String> lines =
                        new ArrayList<>(Files.isRegularFile(file) ? Files.readAllLines(file) : List.of(head));
                lines.removeIf(out);
                lines.addAll(in);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, lines);
            } catch (IOException e) {
                complaint.accept(Words.say("project.unwritable", file, String.valueOf(e.getMessage())));
            }
        });
        onChange.run();
    }

    @Override
    public String place() {
        return folder.toString();
    }
}
