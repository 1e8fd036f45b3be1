package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A private directory with second names of chunk files, or with copies where a file can have but one name. One thread.
final class ChunkShelf {

    private static final String NAME = "plimsoll-chunks";

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
        Path here = Files.createTempDirectory(NAME);
        if (canLink(repository, here)) {
            return new ChunkShelf(here, true);
        }
        Path parent = repository.toAbsolutePath().getParent();
        if (parent != null && Files.isWritable(parent)) {
            Path beside = Files.createTempDirectory(parent, NAME);
            if (canLink(repository, beside)) {
                Files.delete(here);
                return new ChunkShelf(beside, true);
            }
            Files.delete(beside);
        }
        return new ChunkShelf(here, false);
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

    void clear() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        files.clear();
        Files.deleteIfExists(directory);
    }
}
