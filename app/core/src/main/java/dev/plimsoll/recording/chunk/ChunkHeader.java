package dev.plimsoll.recording.chunk;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// The 68 bytes that begin a chunk, as `jfrChunkWriter.cpp` writes them: all big-endian, positions counted from
/// the chunk's start.
///
/// @param at position of the chunk in its file
/// @param size bytes of the chunk, 0 or the end of the last flush while it is being written
/// @param pools position of the last checkpoint event, 0 when there is none yet
/// @param metadata position of the last metadata event, 0 when there is none yet
/// @param startNanos nanoseconds since the epoch
/// @param durationNanos nanoseconds
/// @param startTicks on the recorder's clock
/// @param ticksPerSecond of the recorder's clock
/// @param finished whether the recorder closed the chunk
/// @param compressed whether integers are compressed
record ChunkHeader(
        long at,
        int major,
        int minor,
        long size,
        long pools,
        long metadata,
        long startNanos,
        long durationNanos,
        long startTicks,
        long ticksPerSecond,
        boolean finished,
        boolean compressed) {

    static final int SIZE = 68;

    private static final int MAGIC = 0x464c5200;

    /// Reads a header at the buffer's position; null when it is none.
    static @Nullable ChunkHeader read(ByteBuffer bytes, long at) {
        int start = bytes.position();
        if (bytes.remaining() < SIZE || bytes.getInt(start) != MAGIC) {
            return null;
        }
        return new ChunkHeader(
                at,
                bytes.getShort(start + 4),
                bytes.getShort(start + 6),
                bytes.getLong(start + 8),
                bytes.getLong(start + 16),
                bytes.getLong(start + 24),
                bytes.getLong(start + 32),
                bytes.getLong(start + 40),
                bytes.getLong(start + 48),
                bytes.getLong(start + 56),
                bytes.get(start + 64) == 0,
                (bytes.get(start + 67) & 1) != 0);
    }

    /// Whether the format is one whose layout is known here: 2.0 (JDK 11 to 15) and 2.1.
    boolean known() {
        return major == 2 && (minor == 0 || minor == 1);
    }

    Clock clock() {
        return new Clock(startTicks, startNanos, ticksPerSecond / 1e9);
    }

    /// From ticks to nanoseconds since the epoch, with the arithmetic of
    /// `jdk.jfr.internal.consumer.TimeConverter`, so that a time is the same to the nanosecond whoever reads it.
    record Clock(long startTicks, long startNanos, double ticksPerNano) {

        private static final long APART = 1_000_000_000;

        long nanos(long ticks) {
            return startNanos + (long) ((ticks - startTicks) / ticksPerNano);
        }

        long span(long ticks) {
            return (long) (ticks / ticksPerNano);
        }

        /// The clock for the next chunk of the same file. The JDK reads all chunks of a file with the first
        /// one's; that is wrong where recordings of several JVMs were joined, so a chunk that starts more
        /// than a second off the time in its own header brings its own clock.
        Clock next(ChunkHeader chunk) {
            long off = nanos(chunk.startTicks()) - chunk.startNanos();
            boolean same = ticksPerNano == chunk.ticksPerSecond() / 1e9 && off < APART && off > -APART;
            return same ? this : chunk.clock();
        }
    }
}
