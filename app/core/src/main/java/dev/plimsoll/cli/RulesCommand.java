package dev.plimsoll.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What concerns the rules by which a person describes a binding.
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Describe a binding of your own: what to write, and whether it fits.",
        subcommands = RulesCheckCommand.class)
final class RulesCommand implements java.util.concurrent.Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "What about the rules? Give a command: check FILE");
    }
}
