package dev.plimsoll.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Longs outside the heap, in a file without a name that the system pages.
final class MappedLongs {

    private MappedLongs() {}

    /// A copy of `longs`; the file goes with the buffer.
    ///
    /// @throws IOException when there is no room on the disk
    static LongBuffer of(long[] longs) throws IOException {
        Path file = Files.createTempFile("plimsoll-blocks-", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            write(longs, channel);
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) Long.BYTES * longs.length)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        } finally {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /// Written before it is mapped: a full disk is then an error of the writing, and not of some later access.
    private static void write(long[] heap, FileChannel channel) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(1 << 16).order(ByteOrder.nativeOrder());
        int longs = part.capacity() / Long.BYTES;
        for (int from = 0; from < heap.length; from += longs) {
            int some = Math.min(longs, heap.length - from);
            part.clear().limit(some * Long.BYTES);
            part.asLongBuffer().put(heap, from, some);
            while (part.hasRemaining()) {
                channel.write(part);
            }
        }
    }
}
