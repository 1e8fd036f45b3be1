package dev.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Checks of recordings that a person names, before anything is started for them.
final class Recordings {

    /// A recording, and what one may be packed in: gzip and zip.
    private static final List<byte[]> BEGINNINGS =
            List.of(new byte[] {'F', 'L', 'R', 0}, new byte[] {0x1f, (byte) 0x8b}, new byte[] {'P', 'K', 3, 4});

    private Recordings() {}

    /// @throws CommandException when the file is missing, unreadable or no JFR recording
    static void check(Path file) throws CommandException {
        if (Files.notExists(file)) {
            throw new CommandException(
                    "There is no file " + file + "; give a recording that `plimsoll record` or another tool wrote.");
        }
        if (Files.isDirectory(file)) {
            checkFolder(file);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length == 0) {
                throw new CommandException(file + " is empty; record again.");
            }
            if (BEGINNINGS.stream().noneMatch(beginning -> begins(head, beginning))) {
                throw new CommandException(file + " is not a JFR recording; give a .jfr file.");
            }
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read; look at its permissions.", e);
        }
    }

    private static boolean begins(byte[] head, byte[] beginning) {
        return head.length >= beginning.length
                && Arrays.equals(head, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static void checkFolder(Path folder) throws CommandException {
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, "*.jfr")) {
            if (!recordings.iterator().hasNext()) {
                throw new CommandException(folder + " is a folder without recordings; give a .jfr file.");
            }
        } catch (IOException e) {
            throw new CommandException(folder + " cannot be read; look at its permissions.", e);
        }
    }
}
