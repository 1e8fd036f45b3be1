package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Checks of recordings that a person names, before anything is started for them.
final class Recordings {

    private static final byte[] MAGIC = {'F', 'L', 'R', 0};

    private Recordings() {}

    /// @throws CommandException when the file is missing, unreadable or no JFR recording
    static void check(Path file) throws CommandException {
        if (Files.notExists(file)) {
            throw new CommandException(
                    "There is no file " + file + "; give a recording that `plimsoll record` or another tool wrote.");
        }
        if (Files.isDirectory(file)) {
            throw new CommandException(file + " is a folder; give one recording in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(MAGIC.length);
            if (head.length == 0) {
                throw new CommandException(file + " is empty; record again.");
            }
            if (!Arrays.equals(head, MAGIC)) {
                throw new CommandException(file + " is not a JFR recording; give a .jfr file.");
            }
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read; look at its permissions.", e);
        }
    }
}
