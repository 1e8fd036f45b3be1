package dev.plimsoll.cli;

import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.BindingState;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.TargetException;
import dev.plimsoll.target.rule.JarCheck;
import dev.plimsoll.target.rule.Rule;
import dev.plimsoll.target.rule.RuleException;
import dev.plimsoll.target.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says whether a file of rules is right, and what of it is found in a jar or in a running JVM.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Check a file of rules and say what of it is found in a jar, or in a running JVM.",
            "",
            "A rule of two lines:",
            "  [codec]",
            "  born = { class = \"com.acme.Codec\", constructor = \"(long)\", handle = \"this.peer\" }",
            "  dies = { class = \"com.acme.Codec\", method = \"close()\", handle = \"this.peer\" }",
            "",
            "Also: size and owner of what is born (\"arg0\", \"arg0 * arg1\", \"this.length()\", \"result\"), when = \"this.open\","
                    + " library = \"group:artifact\", several of { } in [ ], and (..) for any arguments. A method that"
                    + " is native has no code to watch: name the Java method that calls it."
        })
final class RulesCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The rules, TOML.")
    private Path file = Path.of("");

    @Option(names = "--jar", paramLabel = "JAR", description = "The library; give those it needs after it.")
    private List<Path> jars = List.of();

    @Option(
            names = "--pid",
            paramLabel = "PID",
            description = "A running JVM: attaches to it, says what of the rules it watches there, and leaves.")
    private @Nullable Long pid;

    RulesCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, TargetException {
        try {
            Rules rules = Rules.of(List.of(file));
            if (!jars.isEmpty()) {
                JarCheck.of(jars).found(rules).forEach(this::print);
            }
            if (pid != null) {
                in(pid, rules);
            }
            if (jars.isEmpty() && pid == null) {
                rules.rules().forEach(rule -> print(rule.binding() + ": " + counts(rule)));
                terminal.say("Give --jar or --pid to compare them with a library or a running JVM.");
            }
            return ExitCode.DONE;
        } catch (RuleException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    private void in(long process, Rules rules) throws CommandException, TargetException {
        AttachedTarget target = new LocalAttachment(process, new Sampling.Every(2 << 20), rules, false)
                .attach(words -> terminal.progress(words + " …"));
        List<BindingState> states = target.coverage();
        target.detach();
        terminal.clear();
        for (Rule rule : rules.rules()) {
            for (BindingState state : states) {
                if (state.binding().equals(rule.binding())) {
                    if (state.state().equals("failed")) {
                        throw new CommandException(rule.place() + ": " + rule.binding() + " does not fit process "
                                + process + ": " + state.detail() + ".");
                    }
                    print(rule.binding() + ": " + state.state() + ", " + state.detail()
                            + (state.version().isEmpty() ? "" : " (" + state.version() + ")"));
                }
            }
        }
    }

    private static String counts(Rule rule) {
        return "born in " + methods(rule.births().size()) + ", dies in "
                + methods(rule.deaths().size());
    }

    private static String methods(int count) {
        return count == 1 ? "1 method" : count + " methods";
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
