package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A private directory with second names of chunk files, or with copies where a file can have but one name. One thread.
final class ChunkShelf {

    /// What the directory's name begins with; then come the process whose chunks they are, and this one.
    static final String NAME = "plimsoll-chunks";

    private static final Duration WORTH_KEEPING = Duration.ofDays(2);
    private static final Pattern OF_DESK = Pattern.compile(NAME + "-\\d{1,18}-(\\d{1,18})-.*");
    private static final Pattern OF_TARGET = Pattern.compile(".*_(\\d{1,18})");

    private final Path directory;
    private final boolean links;
    private final List<Path> files = new ArrayList<>();
    private int number;

    private ChunkShelf(Path directory, boolean links) {
        this.directory = directory;
        this.links = links;
    }

    /// A shelf on the file system of the repository if there is a place for it, for only there links can be made.
    static ChunkShelf forFilesOf(Path repository) throws IOException {
        String name = name(repository);
        Path here = Files.createTempDirectory(name);
        sweep(here.toAbsolutePath().getParent());
        if (canLink(repository, here)) {
            return new ChunkShelf(here, true);
        }
        Path parent = repository.toAbsolutePath().getParent();
        if (parent != null && Files.isWritable(parent)) {
            Path beside = Files.createTempDirectory(parent, name);
            if (canLink(repository, beside)) {
                Files.delete(here);
                return new ChunkShelf(beside, true);
            }
            Files.delete(beside);
        }
        return new ChunkShelf(here, false);
    }

    private static String name(Path repository) {
        Matcher target = OF_TARGET.matcher(String.valueOf(repository.getFileName()));
        return NAME + "-" + (target.matches() ? target.group(1) : "0") + "-"
                + ProcessHandle.current().pid() + "-";
    }

    /// Removes what a desk that crashed long ago left, which nobody came to recover.
    private static void sweep(@Nullable Path parent) throws IOException {
        if (parent == null) {
            return;
        }
        Instant old = Instant.now().minus(WORTH_KEEPING);
        try (DirectoryStream<Path> shelves = Files.newDirectoryStream(parent, NAME + "-*")) {
            for (Path shelf : shelves) {
                Matcher desk = OF_DESK.matcher(String.valueOf(shelf.getFileName()));
                if (desk.matches()
                        && ProcessHandle.of(Long.parseLong(desk.group(1))).isEmpty()
                        && Files.isWritable(shelf)
                        && Files.getLastModifiedTime(shelf).toInstant().isBefore(old)) {
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
                        for (Path file : files) {
                            Files.deleteIfExists(file);
                        }
                    }
                    Files.deleteIfExists(shelf);
                }
            }
        }
    }

    /// Tried with a file of the repository: systems differ in what they allow.
    private static boolean canLink(Path repository, Path directory) throws IOException {
        try (DirectoryStream<Path> chunks = Files.newDirectoryStream(repository, "*.jfr")) {
            for (Path chunk : chunks) {
                Path trial = directory.resolve("trial");
                try {
                    Files.createLink(trial, chunk);
                    Files.delete(trial);
                    return true;
                } catch (NoSuchFileException droppedMeanwhile) {
                    continue;
                } catch (UnsupportedOperationException | FileSystemException cannot) {
                    return false;
                }
            }
        }
        return Files.getFileStore(repository).equals(Files.getFileStore(directory));
    }

    /// The file as it will stay, or null when it must be copied and is not finished.
    @Nullable
    Path take(Path file, boolean finished) throws IOException {
        Path place = directory.resolve(number + ".jfr");
        if (links) {
            Files.createLink(place, file);
        } else if (finished) {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        } else {
            return null;
        }
        number++;
        files.add(place);
        return place;
    }

    /// Lets go of one file.
    void drop(Path file) throws IOException {
        Files.deleteIfExists(file);
        files.remove(file);
    }

    void clear() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        files.clear();
        Files.deleteIfExists(directory);
    }
}
