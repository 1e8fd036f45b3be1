package dev.plimsoll.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands as one page in the macros of man(7).
final class ManualPage {

    private final StringBuilder page = new StringBuilder();

    private ManualPage() {}

    static String of(CommandLine plimsoll) {
        ManualPage manual = new ManualPage();
        String header =
                String.join(" ", plimsoll.getCommandSpec().usageMessage().header());
        manual.line(".TH PLIMSOLL 1");
        manual.section("NAME", "plimsoll \\- " + escaped(header));
        manual.section("SYNOPSIS", ".B plimsoll\n[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]");
        manual.section("DESCRIPTION", escaped(description(plimsoll)));
        manual.line(".SH COMMANDS");
        manual.commands(plimsoll);
        manual.section(
                "EXIT STATUS",
                "0 when a command did its work, 2 when it did not: one line on stderr says why and what to do. Only\n"
                        + ".B check\nexits 1, when something is over the budget.");
        manual.section("ENVIRONMENT", ".TP\n.B PLIMSOLL_TRACE\nSet to anything, a failure prints its stack trace.");
        return manual.page.toString();
    }

    private void commands(CommandLine above) {
        for (CommandLine command : above.getSubcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                command(command);
                commands(command);
            }
        }
    }

    private void command(CommandLine command) {
        Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
        line(".SS " + escaped(help.synopsis(0).strip().replaceAll("\\s+", " ")));
        line(escaped(description(command)));
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            argument("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter);
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                String names = "\\fB" + escaped(String.join(", ", List.of(option.names()))) + "\\fR";
                String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
                argument(names + value, option);
            }
        }
    }

    private void argument(String head, ArgSpec argument) {
        line(".TP");
        line(head);
        String words = String.join(" ", argument.description());
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            words = words.replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates));
        }
        words = words.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString(false)))
                .replace("%%", "%");
        line(escaped(words));
    }

    private void section(String title, String body) {
        line(".SH " + title);
        line(body);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    /// A point at the start of a line would be a request, a hyphen be set as a dash.
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
