package dev.plimsoll.cli;

import dev.plimsoll.budget.BudgetException;
import dev.plimsoll.target.TargetException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Where `plimsoll` starts. Does not extend Application: the launcher would start the toolkit before any command is
/// read.
@Command(
        name = "plimsoll",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "The profiler for the border between the JVM and native code.",
        description = "Without a command it opens the window at the attach picker.")
public final class Main implements Callable<Integer> {

    /// In the order of the help page.
    private static final List<Map.Entry<String, Class<?>>> COMMANDS = List.of(
            Map.entry("attach", AttachCommand.class),
            Map.entry("open", OpenCommand.class),
            Map.entry("demo", DemoCommand.class),
            Map.entry("list", ListCommand.class),
            Map.entry("record", RecordCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("crash", CrashCommand.class),
            Map.entry("export", ExportCommand.class),
            Map.entry("check", CheckCommand.class),
            Map.entry("recover", RecoverCommand.class),
            Map.entry("rules", RulesCommand.class));

    /// These speak of all the others.
    private static final List<Class<?>> ABOUT_ALL = List.of(ManualCommand.class, CommandLine.HelpCommand.class);

    /// Set to anything, it adds the stack trace to a failure's one line.
    private static final String TRACE = "PLIMSOLL_TRACE";

    /// Ends the process with the exit code of the command.
    public static void main(String[] args) {
        Interruption.exit(run(Terminal.ofProcess(), args));
    }

    /// Runs a command as [#main] does and returns its exit code.
    static int run(Terminal terminal, String... args) {
        try {
            String[] line = opening(args);
            Callable<Integer> plain = plain(terminal, line);
            if (plain != null) {
                return plain.call();
            }
            return commandLine(terminal, line).execute(line);
        } catch (Throwable e) {
            // Exceptions of other commands are handled by the command line.
            return failed(terminal, e);
        }
    }

    /// What scripts and menus ask most, null for any other line: reading the annotations of a command takes longer than
    /// `list`, and a sixth of the way to the window.
    private static @Nullable Callable<Integer> plain(Terminal terminal, String[] args) {
        if (args.length == 0) {
            return new Main();
        }
        if (args.length == 1 && args[0].equals("list")) {
            return new ListCommand(terminal);
        }
        if (args.length == 2 && args[0].equals("open") && mayBeFile(args[1])) {
            return new OpenCommand(List.of(Path.of(args[1])));
        }
        return null;
    }

    /// Whether it is neither an option nor `@` with the name of a file that has options.
    private static boolean mayBeFile(String arg) {
        return !arg.isEmpty() && "-@".indexOf(arg.charAt(0)) < 0;
    }

    /// A double click on some systems gives the file and no command.
    private static String[] opening(String[] args) {
        return args.length == 1 && args[0].endsWith(".jfr") && Files.isRegularFile(Path.of(args[0]))
                ? new String[] {"open", args[0]}
                : args;
    }

    /// A command that is named first is the only one that is looked at: reading the annotations of all takes longer
    /// than `list` itself.
    private static CommandLine commandLine(Terminal terminal, String[] args) {
        CommandFactory factory = new CommandFactory(terminal);
        CommandLine line = new CommandLine(new Main(), factory);
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0 && command.getKey().equals(args[0]))
                .<Class<?>>map(Map.Entry::getValue)
                .toList();
        if (named.isEmpty()) {
            COMMANDS.forEach(command -> line.addSubcommand(new CommandLine(command.getValue(), factory)));
            ABOUT_ALL.forEach(type -> line.addSubcommand(new CommandLine(type, factory)));
        } else {
            line.addSubcommand(new CommandLine(named.getFirst(), factory));
        }
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler((e, words) -> {
            terminal.fail(WrongLine.words(e));
            return ExitCode.FAILED;
        });
        IExecutionExceptionHandler handler =
                (Exception e, CommandLine command, ParseResult parsed) -> failed(terminal, e);
        line.setExecutionExceptionHandler(handler);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int failed(Terminal terminal, Throwable e) {
        boolean said = e instanceof CommandException || e instanceof TargetException || e instanceof BudgetException;
        String library = said ? null : SystemLibraries.missingIn(e);
        if (said) {
            terminal.fail(WrongLine.oneLine(e.getMessage()));
        } else if (library != null) {
            terminal.fail(library);
        } else {
            terminal.fail("This should not happen: " + WrongLine.oneLine(e.toString()) + "; set " + TRACE
                    + "=1 to see where, and report it.");
        }
        if (System.getenv(TRACE) != null) {
            e.printStackTrace(terminal.err());
        }
        return ExitCode.FAILED;
    }

    @Override
    public Integer call() throws CommandException {
        return WindowDoor.open(new Window.Open.Picker(), null);
    }
}
