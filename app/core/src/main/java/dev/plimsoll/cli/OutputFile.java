package dev.plimsoll.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears whole or not at all: written under another name in the same folder, which also shows, before any
/// work is done, that it can be written.
final class OutputFile implements Closeable {

    private final Path file;
    private final Path part;
    private boolean kept;

    private OutputFile(Path file, Path part) {
        this.file = file;
        this.part = part;
    }

    /// @throws CommandException when the file is there and `force` is not given, or its folder cannot be written to
    static OutputFile create(Path file, boolean force) throws CommandException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new CommandException(file + " is a folder; name a file in it.");
        }
        if (Files.exists(target) && !force) {
            throw new CommandException(file + " is there already; give another name, or --force to write over it.");
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException("The folder of " + file + " does not exist; make it or give another.");
        }
        try {
            Path part = folder.resolve("." + target.getFileName() + "." + System.nanoTime() + ".part");
            return new OutputFile(target, Files.createFile(part));
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written; give a folder that you may write to, on a disk with space.", e);
        }
    }

    /// Makes a folder for several files that may be written over.
    ///
    /// @throws CommandException when it cannot be made or written to
    static void folder(Path folder) throws CommandException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".plimsoll", ".part"));
        } catch (IOException e) {
            throw new CommandException(
                    "The folder " + folder + " cannot be written to; give another, or start where you may write.", e);
        }
    }

    /// Where to write until [#finish()].
    Path part() {
        return part;
    }

    /// Gives the file its name.
    void finish() throws CommandException {
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            kept = true;
            throw new CommandException(file + " cannot be written; what was recorded is in " + part + ".", e);
        }
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /// Removes what was not finished, unless it is all there is.
    @Override
    public void close() throws IOException {
        if (!kept) {
            Files.deleteIfExists(part);
        }
    }
}
