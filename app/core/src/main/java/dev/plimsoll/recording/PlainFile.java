package dev.plimsoll.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// A recording as one plain file: the file itself; what a `.gz` or a `.zip` holds, told by its first bytes and not by
/// its name; or all recordings of a folder as one. What is unpacked lies in a temporary file until this is closed, and
/// is bounded: nothing that a recorder writes packs better than [#MOST_RATIO] to one.
final class PlainFile implements AutoCloseable {

    private static final int MOST_RATIO = 200;

    /// What a small archive may become in any case.
    private static final long ALWAYS = 1L << 26;

    /// Space that is left on the disk for others.
    private static final long RESERVE = 1L << 28;

    private static final int MOST_FILES = 10_000;

    private final Path path;
    private final boolean damaged;
    private final Map<String, Path> parts;
    private final List<Path> temporary;

    private PlainFile(Path path, boolean damaged, Map<String, Path> parts, List<Path> temporary) {
        this.path = path;
        this.damaged = damaged;
        this.parts = parts;
        this.temporary = temporary;
    }

    /// @throws RecordingException when there is no recording, or it may not be read
    static PlainFile of(Path file) throws RecordingException {
        List<Path> temporary = new ArrayList<>();
        boolean done = false;
        try {
            PlainFile plain =
                    Files.isDirectory(file) ? joined(file, recordingsIn(file), temporary) : single(file, temporary);
            done = true;
            return plain;
        } catch (NoSuchFileException e) {
            throw new RecordingException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new RecordingException("No permission to read " + file + "; ask its owner.", e);
        } catch (ZipException e) {
            throw new RecordingException(file + " is no archive that can be unpacked; get it again.", e);
        } catch (IOException e) {
            throw new RecordingException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        } finally {
            if (!done) {
                delete(temporary);
            }
        }
    }

    /// Where the plain recording is.
    Path path() {
        return path;
    }

    /// Whether something was left out because it was cut off or damaged.
    boolean damaged() {
        return damaged;
    }

    /// The plain recordings it was joined from, by what they are called in their folder or archive; empty when it was
    /// not joined.
    Map<String, Path> parts() {
        return parts;
    }

    @Override
    public void close() {
        delete(temporary);
    }

    private static PlainFile single(Path file, List<Path> temporary) throws IOException, RecordingException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(4);
        }
        if (beginning.length == 0) {
            throw new RecordingException(file + " is empty; the recording was never written to it.");
        }
        if (isRecording(beginning)) {
            return new PlainFile(file, false, Map.of(), temporary);
        }
        if (beginning.length > 1 && beginning[0] == 0x1f && beginning[1] == (byte) 0x8b) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
                boolean cut = unpack(file, in, new Room(file), temporary);
                if (temporary.isEmpty()) {
                    throw new RecordingException(file + " holds no flight recording; name a .jfr file.");
                }
                return new PlainFile(temporary.getFirst(), cut, Map.of(), temporary);
            }
        }
        if (beginning.length > 3 && beginning[0] == 'P' && beginning[1] == 'K' && beginning[2] == 3) {
            return unzipped(file, temporary);
        }
        throw new RecordingException(file + " is not a flight recording; name a .jfr file.");
    }

    private static PlainFile unzipped(Path file, List<Path> temporary) throws IOException, RecordingException {
        boolean cut = false;
        Map<String, Path> parts = new TreeMap<>();
        Room room = new Room(file);
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            int entries = 0;
            for (ZipEntry entry = next(zip); entry != null && !cut; entry = next(zip)) {
                if (++entries > MOST_FILES) {
                    throw new RecordingException(file + " holds more files than are looked at; unpack it yourself.");
                }
                int before = temporary.size();
                cut = unpack(file, zip, room, temporary);
                if (temporary.size() > before) {
                    // Nothing forbids an archive to have a name twice.
                    String name = entry.getName();
                    parts.put(parts.containsKey(name) ? entries + " " + name : name, temporary.getLast());
                }
            }
        }
        if (temporary.isEmpty()) {
            throw new RecordingException(file + " holds no flight recording; name a .jfr file.");
        }
        return temporary.size() == 1
                ? new PlainFile(temporary.getFirst(), cut, Map.of(), temporary)
                : joined(file, parts, temporary);
    }

    /// Names in an archive are only told, but one that cannot be decoded is where unpacking ends.
    private static @org.jspecify.annotations.Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException(e.getMessage());
        }
    }

    /// Unpacks what begins like a recording; returns whether it broke off.
    private static boolean unpack(Path file, InputStream in, Room room, List<Path> temporary)
            throws IOException, RecordingException {
        byte[] beginning;
        try {
            beginning = in.readNBytes(4);
        } catch (java.io.EOFException | ZipException e) {
            throw new RecordingException(file + " is cut off before its recording begins; get it again.", e);
        }
        if (!isRecording(beginning)) {
            return false;
        }
        Path copy = Files.createTempFile("plimsoll-unpacked-", ".jfr");
        temporary.add(copy);
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(copy)) {
            out.write(beginning);
            while (true) {
                int got;
                try {
                    got = in.read(buffer);
                } catch (java.io.EOFException | ZipException e) {
                    return true;
                }
                if (got < 0) {
                    return false;
                }
                room.take(got);
                out.write(buffer, 0, got);
            }
        }
    }

    private static PlainFile joined(Path file, Map<String, Path> parts, List<Path> temporary)
            throws IOException, RecordingException {
        if (parts.isEmpty()) {
            throw new RecordingException(file + " is a directory without recordings; name a .jfr file.");
        }
        Path together = Files.createTempFile("plimsoll-joined-", ".jfr");
        temporary.add(together);
        ChunkJoin.Joined joined = ChunkJoin.join(parts.values(), together);
        if (joined.chunks() == 0) {
            throw new RecordingException(file + " has nothing that can be read; record again.");
        }
        return new PlainFile(together, joined.damaged(), parts, temporary);
    }

    private static Map<String, Path> recordingsIn(Path folder) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jfr")) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && found.size() < MOST_FILES) {
                    found.put(String.valueOf(file.getFileName()), file);
                }
            }
        }
        return found;
    }

    private static boolean isRecording(byte[] beginning) {
        return ChunkExtent.isRecording(ByteBuffer.wrap(beginning));
    }

    private static void delete(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /// How much may still be unpacked.
    private static final class Room {
        private final Path file;
        private final long space;
        private long ratio;
        private long taken;

        Room(Path file) throws IOException {
            this.file = file;
            space = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                            .getUsableSpace()
                    - RESERVE;
            ratio = Math.max(ALWAYS, Files.size(file) * MOST_RATIO);
        }

        void take(int bytes) throws RecordingException {
            taken += bytes;
            if (taken > ratio) {
                throw new RecordingException(file + " unpacks to more than " + MOST_RATIO
                        + " times its size, as no recording does; it was not opened.");
            }
            if (taken > space) {
                throw new RecordingException("There is no room to unpack " + file
                        + "; free some space, or start with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR.");
            }
        }
    }
}
