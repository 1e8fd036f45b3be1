package dev.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What an installer lays beside the program: the manual page and the shell's completion, made from the commands
/// themselves so that they cannot differ from them.
@Command(
        name = "manual",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Write plimsoll.1 and the bash completion to a folder.")
final class ManualCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Made when it is missing.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws CommandException, IOException {
        OutputFile.folder(folder);
        CommandLine plimsoll = spec.root().commandLine();
        Files.writeString(folder.resolve("plimsoll.1"), ManualPage.of(plimsoll));
        // In its head picocli dates the script: a build of the same sources must give the same bytes.
        String completion =
                AutoComplete.bash("plimsoll", plimsoll).replaceAll("(?m)^# on .*$\\R?|^# generated .*$\\R?", "");
        Files.writeString(folder.resolve("plimsoll.bash"), completion);
        return ExitCode.DONE;
    }
}
