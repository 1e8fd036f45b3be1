package dev.plimsoll.recording.chunk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A checked position in bytes of a chunk, for everything but the hot events. Integers are compressed or, when the
/// chunk's header says so, big-endian of their full width. A read beyond the limit is a [MalformedChunk].
final class Cursor {

    /// Longest string that is built: a longer one is cut, so that no field can fill the heap.
    static final int LONGEST_TEXT = 1 << 20;

    private final byte[] bytes;
    private final boolean compressed;
    private int at;
    private int limit;

    /// `bytes` must have [Varint#SLACK] bytes behind `limit`.
    Cursor(byte[] bytes, int from, int limit, boolean compressed) {
        if (from < 0 || limit < from || limit + Varint.SLACK > bytes.length) {
            throw new IllegalArgumentException(from + ".." + limit + " of " + bytes.length);
        }
        this.bytes = bytes;
        this.at = from;
        this.limit = limit;
        this.compressed = compressed;
    }

    /// The same bytes at another place.
    Cursor at(int from) {
        return new Cursor(bytes, from, limit, compressed);
    }

    int position() {
        return at;
    }

    /// What the cursor runs over; read only, and only as far as [#holds(long)] says.
    byte[] bytes() {
        return bytes;
    }

    /// Whether at least so many bytes follow.
    boolean holds(long count) {
        return limit - at >= count;
    }

    int remaining() {
        return limit - at;
    }

    byte octet() {
        need(1);
        return bytes[at++];
    }

    boolean flag() {
        return octet() != 0;
    }

    /// An integer of the width that its type has when it is not compressed: 2, 4 or 8 bytes.
    long integer(int width) {
        if (!compressed) {
            return fixed(width);
        }
        need(1);
        long value = Varint.value(bytes, at);
        at = Varint.end(bytes, at);
        need(0);
        return value;
    }

    long number() {
        return integer(8);
    }

    /// A number of elements that follow, each at least one byte long.
    int count() {
        long count = (int) integer(4);
        if (count < 0 || count > remaining()) {
            throw new MalformedChunk("a count of " + count + " in " + remaining() + " bytes");
        }
        return (int) count;
    }

    float real4() {
        return Float.intBitsToFloat((int) fixed(4));
    }

    double real8() {
        return Double.longBitsToDouble(fixed(8));
    }

    /// Big-endian.
    private long fixed(int width) {
        need(width);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | (bytes[at++] & 0xff);
        }
        return width == 4 ? (int) value : width == 2 ? (short) value : value;
    }

    void skip(int count) {
        need(count);
        at += count;
    }

    /// A string, or the key of one in the string pool; encodings as in `jdk.jfr.internal.consumer.StringParser`.
    @Nullable
    String text(Strings pool) {
        byte encoding = octet();
        return switch (encoding) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> pool.string(number());
            case 3 -> octets(count(), StandardCharsets.UTF_8);
            case 4 -> characters(count());
            case 5 -> octets(count(), StandardCharsets.ISO_8859_1);
            default -> throw new MalformedChunk("a string of the unknown encoding " + encoding);
        };
    }

    void skipText() {
        byte encoding = octet();
        switch (encoding) {
            case 0, 1 -> {}
            case 2 -> number();
            case 3, 5 -> skip(count());
            case 4 -> {
                for (int left = count(); left > 0; left--) {
                    integer(2);
                }
            }
            default -> throw new MalformedChunk("a string of the unknown encoding " + encoding);
        }
    }

    private String characters(int count) {
        StringBuilder text = new StringBuilder(Math.min(count, LONGEST_TEXT));
        for (int i = 0; i < count; i++) {
            char character = (char) integer(2);
            if (i < LONGEST_TEXT) {
                text.append(character);
            }
        }
        return text.toString();
    }

    private String octets(int count, Charset charset) {
        int from = at;
        skip(count);
        return new String(bytes, from, Math.min(count, LONGEST_TEXT), charset);
    }

    private void need(int count) {
        if (limit - at < count) {
            throw new MalformedChunk("it ends in the middle of a value");
        }
    }

    /// Strings by their key in the pool.
    interface Strings {
        Strings NONE = key -> null;

        @Nullable
        String string(long key);
    }
}
