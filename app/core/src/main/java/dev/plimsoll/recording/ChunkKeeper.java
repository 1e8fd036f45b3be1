package dev.plimsoll.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Keeps what a target records although the target's recorder drops it: by its size limit, at its end, or because the
/// target was killed. Each chunk file gets a second name in a private directory as soon as it appears, which costs
/// nothing and follows what is still being written; where the file system has no second names, finished chunks are
/// copied. A chunk stands for itself, so a recording is simply all of them one behind the other.
public final class ChunkKeeper implements AutoCloseable {

    /// Creation is announced where the system does that; this is for where it does not.
    private static final long LOOK_MILLIS = 200;

    /// Bytes that are kept; beyond, the oldest chunks go.
    private static final long MOST_BYTES = 4L << 30;

    private final Path repository;
    private final long since;
    private final ChunkShelf shelf;
    private final WatchService watch;
    private final Map<Path, Path> kept = new LinkedHashMap<>();
    private final Set<Path> tooOld = new HashSet<>();

    private ChunkKeeper(Path repository, Instant since, ChunkShelf shelf, WatchService watch) {
        this.repository = repository;
        this.since = since.getEpochSecond() * 1_000_000_000 + since.getNano();
        this.shelf = shelf;
        this.watch = watch;
    }

    /// Begins to keep chunks.
    ///
    /// @param repository directory of the target's recorder
    /// @param since chunks that ended earlier are of no interest
    /// @throws RecordingException when the repository cannot be read or there is no room for a directory
    public static ChunkKeeper start(Path repository, Instant since) throws RecordingException {
        try {
            WatchService watch = repository.getFileSystem().newWatchService();
            ChunkKeeper keeper;
            try {
                repository.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                keeper = new ChunkKeeper(repository, since, ChunkShelf.forFilesOf(repository), watch);
            } catch (IOException e) {
                watch.close();
                throw e;
            }
            try {
                keeper.look();
            } catch (IOException e) {
                keeper.close();
                throw e;
            }
            Thread.ofPlatform().daemon().name("plimsoll-keeper").start(keeper::run);
            return keeper;
        } catch (IOException e) {
            throw new RecordingException(
                    "Cannot keep what the recorder writes to " + repository + " (" + e.getMessage()
                            + "); run Plimsoll as the target's user, with room in its temporary directory.",
                    e);
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = watch.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
                look();
            }
        } catch (IOException | ClosedWatchServiceException | InterruptedException over) {
            // The repository went with its target, or nobody keeps any more. What was kept stays.
            return;
        }
    }

    private synchronized void look() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(repository, "*.jfr")) {
            for (Path file : files) {
                if (!kept.containsKey(file) && !tooOld.contains(file)) {
                    keep(file);
                }
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void keep(Path file) throws IOException {
        try {
            ChunkExtent.Span span = ChunkExtent.span(file);
            if (span != null && span.closed() && span.endNanos() < since) {
                tooOld.add(file);
                return;
            }
            Path copy = shelf.take(file, span != null && span.closed());
            if (copy != null) {
                kept.put(file, copy);
                dropOldest();
            }
        } catch (NoSuchFileException droppedMeanwhile) {
            tooOld.add(file);
        }
    }

    private void dropOldest() throws IOException {
        long bytes = 0;
        for (Path copy : kept.values()) {
            bytes += Files.size(copy);
        }
        Iterator<Map.Entry<Path, Path>> oldest = kept.entrySet().iterator();
        while (bytes > MOST_BYTES && kept.size() > 1) {
            Map.Entry<Path, Path> first = oldest.next();
            bytes -= Files.size(first.getValue());
            shelf.drop(first.getValue());
            tooOld.add(first.getKey());
            oldest.remove();
        }
    }

    /// Writes all that was flushed so far as one recording, oldest chunk first. A chunk that is still being written is
    /// closed in the copy.
    ///
    /// @param out written over when it exists
    /// @throws IOException when `out` cannot be written
    public synchronized void save(Path out) throws IOException {
        ChunkJoin.join(files(), out);
    }

    /// What is kept, and what lies in the repository and could not be kept yet: chunk files, one of which may still be
    /// written.
    ///
    /// @throws IOException when the repository cannot be read
    public synchronized Set<Path> files() throws IOException {
        Set<Path> all = new HashSet<>();
        try {
            look();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(repository, "*.jfr")) {
                for (Path file : files) {
                    if (!tooOld.contains(file)) {
                        all.add(kept.getOrDefault(file, file));
                    }
                }
            }
        } catch (NoSuchFileException repositoryWentWithItsTarget) {
            // At any moment, also between two looks. What was kept is all there is.
            all.clear();
        }
        all.addAll(kept.values());
        return all;
    }

    /// Lets go of all chunks.
    ///
    /// @throws UncheckedIOException when they cannot be removed
    @Override
    public void close() {
        try {
            watch.close();
            synchronized (this) {
                kept.clear();
                shelf.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
