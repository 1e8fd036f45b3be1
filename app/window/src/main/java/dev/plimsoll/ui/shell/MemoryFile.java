package dev.plimsoll.ui.shell;

import dev.plimsoll.ui.Memory;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Remembers in a file that only its owner may read, in the user's folder for configuration. It is read once, at the
/// start, and written whole after each change, off the caller's thread; the last state wins.
final class MemoryFile implements Memory {

    private final Path file;
    private final Consumer<String> complaint;
    private final Properties texts = new Properties();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("plimsoll-memory").factory());

    /// @param complaint takes one sentence when the file cannot be read or written
    MemoryFile(Path file, Consumer<String> complaint) {
        this.file = file;
        this.complaint = complaint;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                complaint.accept("The settings in " + file + " cannot be read (" + e.getMessage()
                        + "); the window starts with its own.");
            }
        }
    }

    /// `plimsoll/window.properties` in `$XDG_CONFIG_HOME`, `%APPDATA%`, `~/Library/Application Support` or `~/.config`.
    static Path place() {
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String configured = System.getenv(system.contains("win") ? "APPDATA" : "XDG_CONFIG_HOME");
        Path base = configured != null && !configured.isBlank()
                ? Path.of(configured)
                : system.contains("mac") ? Path.of(home, "Library", "Application Support") : Path.of(home, ".config");
        return base.resolve("plimsoll").resolve("window.properties");
    }

    @Override
    public String get(String name, String otherwise) {
        return texts.getProperty(name, otherwise);
    }

    @Override
    public void put(String name, String text) {
        if (!text.equals(texts.setProperty(name, text))) {
            writer.execute(this::write);
        }
    }

    private void write() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path part = file.resolveSibling(file.getFileName() + ".part");
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(folder);
            Files.deleteIfExists(part);
            if (posix) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer out = Files.newBufferedWriter(part)) {
                texts.store(out, "What Plimsoll's window remembers");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            complaint.accept("The settings cannot be kept in " + file + " (" + e.getMessage() + ").");
        }
    }
}
