package dev.plimsoll.cli;

import dev.plimsoll.target.rule.RuleException;
import dev.plimsoll.target.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/// `--rules`.
final class RulesOption {

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description =
                    "Watch the bindings that this TOML file describes, too; `plimsoll rules check` tells what of it fits.")
    private List<Path> files = List.of();

    /// Those of the files and those that come with Plimsoll.
    ///
    /// @throws CommandException for the first thing that is wrong
    Rules rules() throws CommandException {
        try {
            return Rules.shipped().and(Rules.of(files));
        } catch (RuleException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }
}
