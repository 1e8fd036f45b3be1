package dev.plimsoll.ui.shell;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Opens the line of a frame with the command that the settings name, in the background: it looks through folders and
/// starts a process.
final class SourceOpening {

    private static final int DEEPEST = 16;

    private final Memory memory;
    private final Executor background;
    private final FrameDoor door;
    private final Consumer<StatusLine.Part> said;

    /// @param said takes what is missing, on the FX thread
    SourceOpening(Memory memory, Executor background, FrameDoor door, Consumer<StatusLine.Part> said) {
        this.memory = memory;
        this.background = background;
        this.door = door;
        this.said = said;
    }

    void open(Frame frame) {
        background.execute(() -> start(frame)
                .ifPresent(missing -> door.run(() -> said.accept(new StatusLine.Part(missing, "warning")))));
    }

    /// @return one sentence that says what is missing, or empty when the command was started
    private Optional<String> start(Frame frame) {
        String template = memory.get(Setting.SOURCE_COMMAND, "").strip();
        if (template.isEmpty()) {
            return Optional.of(Words.say("source.noCommand"));
        }
        String file = "";
        if (template.contains("{file}")) {
            Optional<Path> found = find(frame, memory.list(Setting.SOURCE_FOLDERS));
            if (found.isEmpty()) {
                return Optional.of(Words.say("source.notFound", relative(frame)));
            }
            file = found.get().toString();
        }
        List<String> command = command(template, frame, file);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Words.say("source.failed", command.getFirst(), String.valueOf(e.getMessage())));
        }
    }

    /// The template's words with the frame in them; an address such as `idea://...` goes to the system's opener.
    static List<String> command(String template, Frame frame, String file) {
        List<String> words = new ArrayList<>();
        if (template.matches("[a-z][a-z0-9+.-]*://.*")) {
            String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            words.addAll(
                    system.contains("win")
                            ? List.of("rundll32", "url.dll,FileProtocolHandler")
                            : List.of(system.contains("mac") ? "open" : "xdg-open"));
        }
        for (String word : template.split("\\s+")) {
            words.add(word.replace("{file}", file)
                    .replace("{line}", Integer.toString(Math.max(1, frame.line())))
                    .replace("{class}", frame.className())
                    .replace("{method}", frame.method()));
        }
        return words;
    }

    private static Optional<Path> find(Frame frame, List<String> folders) {
        Path wanted = Path.of(relative(frame));
        for (String folder : folders) {
            try (Stream<Path> files =
                    Files.find(Path.of(folder.strip()), DEEPEST, (path, attributes) -> path.endsWith(wanted))) {
                Optional<Path> found = files.findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                // A folder that is not there has no source; the others may.
                continue;
            }
        }
        return Optional.empty();
    }

    /// `com/acme/TextureCache.java` for a nested class of it, too.
    static String relative(Frame frame) {
        String outer = frame.className().replaceFirst("\\$.*", "");
        return outer.replace('.', '/') + ".java";
    }
}
