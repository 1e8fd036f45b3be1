package dev.plimsoll.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One chunk of a recording: where it lies in its file and how much of it can be read.
///
/// The header (`jdk.jfr.internal.consumer.ChunkHeader`) is big-endian: magic `FLR\0`, major and minor version, then at
/// 8 the size, at 16 the position of the last constant pool, at 24 that of the last metadata, at 32 the start in
/// nanoseconds since the epoch, at 40 the length in nanoseconds, and at 64 the state: 0 when the chunk is complete.
/// While a chunk is written, its size and positions are those of the last flush.
///
/// @param position of the header in the file
/// @param size bytes that belong together: header, events, constant pools, metadata
/// @param startNanos since the epoch
/// @param complete whether the recorder closed it and nothing of it is missing
record ChunkExtent(long position, long size, long startNanos, boolean complete) {

    static final int HEADER = 68;

    private static final int MAGIC = 0x464c5200;
    private static final int STATE = 64;

    /// The state while the header is being written.
    private static final byte CHANGING = (byte) 255;

    private static final int LOOKS = 20;
    private static final long LOOK_NANOS = 5_000_000;

    /// What a file holds.
    ///
    /// @param chunks in the order of the file; each can be read
    /// @param damaged whether bytes were left out: a chunk was cut off, never flushed, or is none
    record Found(List<ChunkExtent> chunks, boolean damaged) {}

    /// Whether the bytes can be the beginning of a recording.
    static boolean isRecording(ByteBuffer beginning) {
        return beginning.remaining() >= 4 && beginning.getInt(beginning.position()) == MAGIC;
    }

    /// What the first header of a file says of time.
    ///
    /// @param startNanos since the epoch
    /// @param endNanos since the epoch, of the last flush while the chunk is being written
    /// @param closed whether the recorder has finished the chunk
    record Span(long startNanos, long endNanos, boolean closed) {}

    /// Null when there is no header, or not yet.
    static @Nullable Span span(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer header = header(file, 0);
            return header.remaining() < HEADER || header.getInt(0) != MAGIC
                    ? null
                    : new Span(header.getLong(32), header.getLong(32) + header.getLong(40), header.get(STATE) == 0);
        }
    }

    static Found find(FileChannel file) throws IOException {
        List<ChunkExtent> chunks = new ArrayList<>();
        long length = file.size();
        long position = 0;
        while (position < length) {
            ByteBuffer header = header(file, position);
            if (header.remaining() < HEADER || header.getInt(0) != MAGIC) {
                return new Found(chunks, true);
            }
            long size = header.getLong(8);
            boolean closed = header.get(STATE) == 0;
            if (size < HEADER || size > length - position) {
                return new Found(chunks, true);
            }
            if (header.getLong(16) > 0 && header.getLong(24) > 0) {
                chunks.add(new ChunkExtent(position, size, header.getLong(32), closed));
            }
            if (!closed) {
                // Behind the last flush lie events that nothing can be looked up for.
                return new Found(chunks, true);
            }
            position += size;
        }
        return new Found(chunks, false);
    }

    /// Appends the chunk to `out`, closed if the recorder did not come to that.
    void appendTo(FileChannel out, FileChannel in) throws IOException {
        long start = out.position();
        long done = 0;
        while (done < size) {
            long moved = in.transferTo(position + done, size - done, out);
            if (moved <= 0) {
                throw new IOException("The recording became shorter while it was read.");
            }
            done += moved;
        }
        if (!complete) {
            out.write(ByteBuffer.allocate(1), start + STATE);
        }
    }

    /// Writes the chunk into a file of its own.
    void copyTo(Path file, FileChannel in) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            appendTo(out, in);
        }
    }

    /// The header, when its writer is not changing it just now; a writer that died over it is not waited for.
    private static ByteBuffer header(FileChannel file, long position) throws IOException {
        ByteBuffer header = read(file, position, HEADER);
        for (int look = 0; look < LOOKS && header.remaining() == HEADER && header.get(STATE) == CHANGING; look++) {
            LockSupport.parkNanos(LOOK_NANOS);
            header = read(file, position, HEADER);
        }
        return header;
    }

    private static ByteBuffer read(FileChannel file, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            int got = file.read(bytes, position + bytes.position());
            if (got < 0) {
                break;
            }
        }
        return bytes.flip();
    }
}
