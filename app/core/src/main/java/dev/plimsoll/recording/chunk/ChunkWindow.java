package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.util.Arrays;

/// A window that slides over the events of one chunk: where an event begins, its whole size is in [#bytes()]. Of
/// metadata and constants, which are looked up elsewhere, only the head needs to be. One thread; used again for the
/// next chunk.
final class ChunkWindow {

    /// Larger events are passed over: the recorder itself writes none beyond its buffers' size.
    static final int LARGEST_EVENT = 1 << 26;

    private static final int WIDTH = 1 << 20;

    /// More than the size and the type of an event can take, and the first fields of a checkpoint.
    private static final int HEAD = 64;

    private final ChunkSource source;
    private byte[] bytes;
    private long base;
    private int limit;
    private long end;
    private boolean compressed;

    private int at;
    private int fields;
    private int behind;
    private long type;
    private long oversized;

    ChunkWindow(ChunkSource source) {
        this(source, (int) Math.min(WIDTH, Math.max(HEAD, source.length())));
    }

    /// @param width bytes that are read at once, at least those of an event's head
    ChunkWindow(ChunkSource source, int width) {
        this.source = source;
        bytes = new byte[width + Varint.SLACK];
    }

    /// Stands before the first event of a chunk.
    void open(Chunk chunk) {
        open(chunk, chunk.events());
    }

    /// Stands before the event at a position of the file.
    void open(Chunk chunk, long from) {
        base = from;
        end = chunk.end();
        compressed = chunk.header().compressed();
        limit = 0;
        at = 0;
        behind = 0;
        oversized = 0;
    }

    boolean compressed() {
        return compressed;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Position in the file of the event.
    long position() {
        return base + at;
    }

    /// Type of the event.
    long type() {
        return type;
    }

    /// Where the event's fields begin in [#bytes()].
    int fields() {
        return fields;
    }

    /// Where the event ends in [#bytes()].
    int behind() {
        return behind;
    }

    /// Where in [#bytes()] what is there of the event ends: before [#behind()] only of metadata and constants.
    int held() {
        return Math.min(behind, limit);
    }

    /// Bytes of the event with its size and type.
    int size() {
        return behind - at;
    }

    /// Events passed over because they were too large.
    long oversized() {
        return oversized;
    }

    /// Moves to the next event; false at the end of the chunk.
    ///
    /// @throws MalformedChunk when what comes is no event; the window then stands before it
    boolean next() throws IOException {
        at = behind;
        while (true) {
            if (limit - at < HEAD && base + limit < end) {
                slide(base + at);
            }
            if (at >= limit) {
                if (position() < end) {
                    throw new MalformedChunk("the file ends before it");
                }
                return false;
            }
            long size = head();
            if (fields > limit || size < fields - at || size > end - position()) {
                throw new MalformedChunk(
                        "an event of " + size + " bytes in the " + (end - position()) + " that are left");
            }
            if (size <= limit - at || (described() && size <= LARGEST_EVENT)) {
                behind = at + (int) size;
                return true;
            }
            if (size > LARGEST_EVENT) {
                oversized++;
                slide(position() + size);
            } else {
                if (size > bytes.length - Varint.SLACK) {
                    bytes = Arrays.copyOf(bytes, (int) size + Varint.SLACK);
                }
                int had = limit - at;
                slide(position());
                if (limit <= had) {
                    throw new MalformedChunk("the file ends before it");
                }
            }
        }
    }

    /// Whether it is what events are read with: in a recording of many stacks, most of its bytes.
    private boolean described() {
        return type == Metadata.EVENT_TYPE || type == Pools.EVENT_TYPE;
    }

    /// Reads size and type; returns the size.
    private long head() {
        if (compressed) {
            int typeAt = Varint.end(bytes, at);
            type = typeAt > limit ? 0 : Varint.value(bytes, typeAt);
            fields = typeAt > limit ? Integer.MAX_VALUE : Varint.end(bytes, typeAt);
            return Varint.value(bytes, at);
        }
        if (limit - at < Integer.BYTES + Long.BYTES) {
            fields = Integer.MAX_VALUE;
            return 0;
        }
        Cursor cursor = new Cursor(bytes, at, limit, false);
        long size = cursor.integer(Integer.BYTES);
        type = cursor.number();
        fields = cursor.position();
        return size;
    }

    private void slide(long to) throws IOException {
        int want = (int) Math.min(bytes.length - Varint.SLACK, end - to);
        int kept = 0;
        if (to >= base && to < base + limit) {
            kept = (int) (base + limit - to);
            System.arraycopy(bytes, (int) (to - base), bytes, 0, kept);
        }
        limit = kept + (want > kept ? source.read(to + kept, bytes, kept, want - kept) : 0);
        Arrays.fill(bytes, limit, limit + Varint.SLACK, (byte) 0);
        base = to;
        at = 0;
    }
}
