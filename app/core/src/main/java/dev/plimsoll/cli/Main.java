package dev.plimsoll.cli;

import dev.plimsoll.budget.BudgetException;
import dev.plimsoll.target.TargetException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where `plimsoll` starts. Does not extend Application: the launcher would start the toolkit before any command is
/// read.
@Command(
        name = "plimsoll",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "The profiler for the border between the JVM and native code.",
        description = "Without a command it opens the window at the attach picker.",
        subcommands = {
            AttachCommand.class,
            OpenCommand.class,
            DemoCommand.class,
            ListCommand.class,
            RecordCommand.class,
            ReportCommand.class,
            CrashCommand.class,
            ExportCommand.class,
            CheckCommand.class,
            ManualCommand.class,
            RecoverCommand.class,
            RulesCommand.class
        })
public final class Main implements java.util.concurrent.Callable<Integer> {

    /// Set to anything, it adds the stack trace to a failure's one line.
    private static final String TRACE = "PLIMSOLL_TRACE";

    /// Ends the process with the exit code of the command.
    public static void main(String[] args) {
        Interruption.exit(run(Terminal.ofProcess(), args));
    }

    /// Runs a command as [#main] does and returns its exit code.
    static int run(Terminal terminal, String... args) {
        try {
            return commandLine(terminal).execute(args);
        } catch (Throwable e) {
            // Exceptions are handled by the command line; what comes here is an Error.
            return failed(terminal, e);
        }
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((e, args) -> misused(terminal, e));
        IExecutionExceptionHandler handler =
                (Exception e, CommandLine command, ParseResult parsed) -> failed(terminal, e);
        line.setExecutionExceptionHandler(handler);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int misused(Terminal terminal, ParameterException e) {
        String what = e instanceof UnmatchedArgumentException unmatched
                        && e.getCommandLine().getParent() == null
                        && !unmatched.isUnknownOption()
                ? "There is no command " + unmatched.getUnmatched().getFirst()
                : oneLine(e.getMessage());
        String help = e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        terminal.fail(what + "; `" + help + "` shows what it takes.");
        return ExitCode.FAILED;
    }

    private static int failed(Terminal terminal, Throwable e) {
        boolean said = e instanceof CommandException || e instanceof TargetException || e instanceof BudgetException;
        String library = said ? null : SystemLibraries.missingIn(e);
        if (said) {
            terminal.fail(oneLine(e.getMessage()));
        } else if (library != null) {
            terminal.fail(library);
        } else {
            terminal.fail("This should not happen: " + oneLine(e.toString()) + "; set " + TRACE
                    + "=1 to see where, and report it.");
        }
        if (System.getenv(TRACE) != null) {
            e.printStackTrace(terminal.err());
        }
        return ExitCode.FAILED;
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String words) {
        return words == null ? "" : words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    @Override
    public Integer call() throws CommandException {
        return WindowDoor.open(new Window.Open.Picker(), null);
    }
}
