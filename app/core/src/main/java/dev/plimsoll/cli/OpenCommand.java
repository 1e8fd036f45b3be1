package dev.plimsoll.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The window on a recording, or on two.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Open a recording in the window, or compare two.")
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private final ScreenshotOptions pictures = new ScreenshotOptions();

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = "A JFR recording of any origin; of two, the first is what the second is compared with.")
    private List<Path> files = List.of();

    /// For the command line, which fills it.
    OpenCommand() {}

    OpenCommand(List<Path> files) {
        this.files = files;
    }

    @Override
    public Integer call() throws CommandException {
        for (Path file : files) {
            Recordings.check(file);
        }
        return WindowDoor.open(new Window.Open.Recordings(List.copyOf(files)), pictures.screenshots());
    }
}
