package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Bytes of a file by position. Read, not mapped: a mapped file that somebody cuts while it is being read takes
/// the JVM down a signal handler, and the copy costs little beside the decoding. Any thread.
final class ChunkSource implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;
    private final long length;

    ChunkSource(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
    }

    /// Bytes of the file when it was opened.
    long length() {
        return length;
    }

    /// Fills `into` from `offset` on; returns how many bytes came, fewer than `count` only at the end of the file.
    int read(long at, byte[] into, int offset, int count) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(into, offset, count);
        long from = at;
        while (target.hasRemaining()) {
            int got = channel.read(target, from);
            if (got < 0) {
                break;
            }
            from += got;
        }
        return target.position() - offset;
    }

    /// `count` bytes with [Varint#SLACK] zeros behind them.
    ///
    /// @throws MalformedChunk when the file has fewer
    byte[] bytes(long at, int count) throws IOException {
        return bytes(at, count, new byte[count + Varint.SLACK]);
    }

    /// The same, in `into` where there is room for them.
    byte[] bytes(long at, int count, byte[] into) throws IOException {
        byte[] bytes = into.length < count + Varint.SLACK ? new byte[count + Varint.SLACK] : into;
        if (read(at, bytes, 0, count) < count) {
            throw new MalformedChunk("the file ends before it");
        }
        Arrays.fill(bytes, count, count + Varint.SLACK, (byte) 0);
        return bytes;
    }

    /// Position of the next plausible chunk header at or after `from`, or -1.
    long nextHeader(long from) throws IOException {
        byte[] block = new byte[BLOCK + ChunkHeader.SIZE];
        for (long at = from; at + ChunkHeader.SIZE <= length; at += BLOCK) {
            int count = read(at, block, 0, block.length);
            for (int i = 0; i < BLOCK && i + ChunkHeader.SIZE <= count; i++) {
                if (block[i] == 'F' && block[i + 1] == 'L' && block[i + 2] == 'R' && block[i + 3] == 0) {
                    ChunkHeader header = ChunkHeader.read(ByteBuffer.wrap(block, i, ChunkHeader.SIZE), at + i);
                    if (header != null && header.known() && header.ticksPerSecond() > 0) {
                        return at + i;
                    }
                }
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
