package dev.plimsoll.cli;

import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.BudgetCheck;
import dev.plimsoll.budget.BudgetException;
import dev.plimsoll.budget.BudgetFile;
import dev.plimsoll.budget.Outcome;
import dev.plimsoll.export.CheckFormat;
import dev.plimsoll.export.JunitXml;
import dev.plimsoll.export.SarifJson;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Whether a recording keeps to a budget: a gate for CI jobs. The only command that ends with 1.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Hold a recording against a budget. Exits 0 when it is kept, 1 when something is over it, 2 when"
                + " it cannot be told.")
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A JFR recording.")
    private Path file = Path.of("");

    @Option(
            names = "--budget",
            required = true,
            paramLabel = "BUDGET",
            description = "TOML with [whole], [binding.NAME] and [package.\"NAME\"], each with any of live-bytes,"
                    + " live-callbacks, blocks-per-operation and leaks.")
    private Path budget = Path.of("");

    @Option(
            names = "--operations",
            paramLabel = "COUNT",
            description = "How many operations the run did, for blocks-per-operation; else operations in the budget.")
    private @Nullable Long operations;

    @Option(names = "--junit", paramLabel = "OUT", description = "Also write JUnit XML, one test case per limit.")
    private @Nullable Path junit;

    @Option(names = "--sarif", paramLabel = "OUT", description = "Also write SARIF 2.1.0, one result per line of code.")
    private @Nullable Path sarif;

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "For SARIF: the folder that packages start in, as the repository names it; src/main/java by"
                    + " default.")
    private String sources = "src/main/java";

    @Option(names = "--force", description = "Write over existing files.")
    private boolean force;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, BudgetException, InterruptedException, IOException {
        if (operations != null && operations < 1) {
            throw new ParameterException(spec.commandLine(), "--operations is not a number above 0");
        }
        Recordings.check(file);
        Budget read = BudgetFile.read(budget);
        Budget limits = operations == null ? read : read.withOperations(operations);
        try (OutputFile junitOut = output(junit);
                OutputFile sarifOut = output(sarif);
                Session session = PlaybackSession.open(file)) {
            Snapshot snapshot = Watching.open(session, "reading " + file, terminal);
            List<Outcome> outcomes = BudgetCheck.of(limits, snapshot);
            write(junitOut, new JunitXml(), limits, outcomes);
            write(sarifOut, new SarifJson(sources), limits, outcomes);
            print(outcomes);
            return verdict(outcomes);
        }
    }

    private @Nullable OutputFile output(@Nullable Path path) throws CommandException {
        return path == null ? null : OutputFile.create(path, force);
    }

    private static void write(@Nullable OutputFile file, CheckFormat format, Budget budget, List<Outcome> outcomes)
            throws CommandException, IOException {
        if (file != null) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.part()))) {
                format.write(budget, outcomes, out);
            }
            file.finish();
        }
    }

    private void print(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            terminal.out()
                    .println(word(outcome) + "  " + outcome.limit().scope().words() + ": "
                            + outcome.limit().measure().key() + ": " + outcome.sentence());
            outcome.lines().forEach(line -> terminal.out().println("        " + line.words()));
        }
        terminal.out().flush();
    }

    private static String word(Outcome outcome) {
        return switch (outcome.state()) {
            case KEPT -> "ok   ";
            case OVER -> "OVER ";
            case UNKNOWN -> "?    ";
        };
    }

    private int verdict(List<Outcome> outcomes) {
        long over = count(outcomes, Outcome.State.OVER);
        long unknown = count(outcomes, Outcome.State.UNKNOWN);
        String of = " of " + Figures.count(outcomes.size(), "limit") + " in " + budget;
        if (over > 0) {
            terminal.say(file + " is over " + over + of + ".");
            return ExitCode.OVER;
        }
        if (unknown > 0) {
            terminal.fail(
                    "Whether " + file + " keeps to " + unknown + of + " cannot be told; the lines with ? say why.");
            return ExitCode.FAILED;
        }
        terminal.say(file + " keeps to all " + Figures.count(outcomes.size(), "limit") + " in " + budget + ".");
        return ExitCode.DONE;
    }

    private static long count(List<Outcome> outcomes, Outcome.State state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state).count();
    }
}
