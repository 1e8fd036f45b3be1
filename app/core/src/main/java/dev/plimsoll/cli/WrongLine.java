package dev.plimsoll.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said of a command line that cannot be followed: one line, with the word that was most likely meant.
final class WrongLine {

    private WrongLine() {}

    static String words(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String what = oneLine(e.getMessage());
        String meant = null;
        if (e instanceof UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().getFirst();
            if (!unmatched.isUnknownOption() && !command.getSubcommands().isEmpty()) {
                what = "There is no command " + typed;
                meant = NearWord.to(typed, shown(command));
            } else if (unmatched.isUnknownOption()) {
                meant = NearWord.to(
                        typed.split("=", 2)[0],
                        command.getCommandSpec().optionsMap().keySet());
            }
        }
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return what + (meant == null ? "" : "; did you mean " + meant + "?") + (meant == null ? "; `" : " `") + help
                + "` shows what it takes.";
    }

    /// Without the line breaks that a message may have.
    static String oneLine(@Nullable String words) {
        return words == null ? "" : words.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Collection<String> shown(CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
