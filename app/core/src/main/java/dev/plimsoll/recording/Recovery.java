package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds what a JVM's flight recorder left on the disk when it was killed, and makes a recording of it. The same works
/// while the JVM runs.
public final class Recovery {

    private static final int DEEPEST = 3;

    private Recovery() {}

    /// What was recovered.
    ///
    /// @param chunks of the recording
    /// @param complete whether nothing had to be left out; what had not been flushed is never on the disk
    public record Recovered(int chunks, boolean complete) {}

    /// Recovers all that lies in a folder or one of the folders in it.
    ///
    /// @param out written over when it exists
    /// @throws RecordingException when there is nothing
    /// @throws IOException when `out` cannot be written
    public static Recovered fromFolder(Path folder, Path out) throws RecordingException, IOException {
        Set<Path> files = new LinkedHashSet<>();
        gather(folder, files);
        return join(files, folder.toString(), out);
    }

    /// Recovers what the recorder of a process, and a Plimsoll that watched it, left in the folder for temporary files.
    ///
    /// @param out written over when it exists
    /// @throws RecordingException when there is nothing
    /// @throws IOException when `out` cannot be written
    public static Recovered ofProcess(long pid, Path out) throws RecordingException, IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> files = new LinkedHashSet<>();
        for (Path folder : folders(temporary)) {
            String name = String.valueOf(folder.getFileName());
            if (name.matches("\\d{4}(_\\d\\d){5}_" + pid) || name.startsWith(ChunkShelf.NAME + "-" + pid + "-")) {
                gather(folder, files);
            } else if (name.startsWith("plimsoll-")) {
                for (Path inside : folders(folder)) {
                    if (String.valueOf(inside.getFileName()).equals("jfr-" + pid)) {
                        gather(inside, files);
                    }
                }
            }
        }
        return join(files, temporary + " for process " + pid, out);
    }

    private static Recovered join(Set<Path> files, String where, Path out) throws RecordingException, IOException {
        if (files.isEmpty()) {
            throw new RecordingException("Nothing was left in " + where
                    + "; name the folder that the JVM's system property jdk.jfr.repository named.");
        }
        ChunkJoin.Joined joined = ChunkJoin.join(files, out);
        if (joined.chunks() == 0) {
            throw new RecordingException("What was left in " + where + " was never flushed; nothing can be recovered.");
        }
        return new Recovered(joined.chunks(), !joined.damaged());
    }

    private static void gather(Path folder, Set<Path> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            all.filter(file -> file.toString().endsWith(".jfr") && Files.isRegularFile(file))
                    .sorted()
                    .forEach(files::add);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(parent, entry -> Files.isDirectory(entry) && Files.isReadable(entry))) {
            entries.forEach(folders::add);
        }
        return folders;
    }
}
