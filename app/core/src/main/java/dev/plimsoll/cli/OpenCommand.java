package dev.plimsoll.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The window on a recording.
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Open a recording in the window.")
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private final ScreenshotOptions pictures = new ScreenshotOptions();

    @Parameters(paramLabel = "FILE", description = "A JFR recording of any origin.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws CommandException {
        Recordings.check(file);
        return WindowDoor.open(new Window.Open.Recordings(List.of(file)), pictures.screenshots());
    }
}
