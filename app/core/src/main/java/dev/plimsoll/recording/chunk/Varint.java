package dev.plimsoll.recording.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// JFR's compressed integers: seven bits a byte, the lowest first, a set top bit means that another byte follows; the
/// ninth byte, when there is one, is taken whole. As written by HotSpot's `jfrEncoders.hpp` (`Varint128EncoderImpl`)
/// and read by `jdk.jfr.internal.consumer.RecordingInput.readLong`.
///
/// Eight bytes are loaded at once, so an array must have [#SLACK] readable bytes behind the last that may be asked
/// for.
final class Varint {

    /// Bytes that must follow the last position at which a number may begin.
    static final int SLACK = 16;

    /// Most bytes of a number.
    static final int LONGEST = 9;

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long TOPS = 0x8080_8080_8080_8080L;

    private Varint() {}

    /// Eight bytes, the first one lowest.
    static long word(byte[] bytes, int at) {
        return (long) LITTLE.get(bytes, at);
    }

    /// The first `count` of them, 1 to 7.
    static long word(byte[] bytes, int at, int count) {
        return word(bytes, at) & ((1L << (Byte.SIZE * count)) - 1);
    }

    /// The number that begins at `at`.
    static long value(byte[] bytes, int at) {
        long word = word(bytes, at);
        if ((word & 0x80) == 0) {
            return word & 0x7f;
        }
        long stop = ~word & TOPS;
        if (stop == 0) {
            return squeeze(word) | (long) bytes[at + 8] << 56;
        }
        return squeeze(word & (stop ^ (stop - 1)));
    }

    /// The position behind the number that begins at `at`.
    static int end(byte[] bytes, int at) {
        if (bytes[at] >= 0) {
            return at + 1;
        }
        long stop = ~word(bytes, at) & TOPS;
        return stop == 0 ? at + 9 : at + 1 + (Long.numberOfTrailingZeros(stop) >>> 3);
    }

    /// Reads `count` numbers from `at` on; returns the position behind them, or -1 when that is not before `limit`.
    /// One loop for all of them: the compiler would unfold each [#value] that stands alone.
    static int values(byte[] bytes, int at, int limit, int count, long[] values) {
        int next = at;
        for (int i = 0; i < count; i++) {
            long word = word(bytes, next);
            long stop = ~word & TOPS;
            if ((word & 0x80) == 0) {
                values[i] = word & 0x7f;
                next++;
            } else if (stop == 0) {
                values[i] = squeeze(word) | (long) bytes[next + 8] << 56;
                next += LONGEST;
            } else {
                values[i] = squeeze(word & (stop ^ (stop - 1)));
                next += 1 + (Long.numberOfTrailingZeros(stop) >>> 3);
            }
            if (next >= limit) {
                return -1;
            }
        }
        return next;
    }

    /// The position behind `count` numbers that begin at `at`; -1 when they do not end before `limit`, or when one of
    /// them has nine bytes.
    static int behind(byte[] bytes, int at, int count, int limit) {
        int left = count;
        int unended = 0;
        for (int next = at; left > 0 && next < limit; next += Long.BYTES) {
            long stops = ~word(bytes, next) & TOPS;
            if (stops == 0 || unended + (Long.numberOfTrailingZeros(stops) >>> 3) >= Long.BYTES) {
                return -1;
            }
            int ended = Long.bitCount(stops);
            if (ended >= left) {
                for (; left > 1; left--) {
                    stops &= stops - 1;
                }
                int end = next + 1 + (Long.numberOfTrailingZeros(stops) >>> 3);
                return end <= limit ? end : -1;
            }
            left -= ended;
            unended = Long.numberOfLeadingZeros(stops) >>> 3;
        }
        return left == 0 ? at : -1;
    }

    /// Takes the top bit out of each byte and closes the gaps, in three steps of doubling width.
    private static long squeeze(long word) {
        long sevens = word & ~TOPS;
        long fourteens = (sevens & 0x007f_007f_007f_007fL) | (sevens & 0x7f00_7f00_7f00_7f00L) >>> 1;
        long twentyEights = (fourteens & 0x0000_3fff_0000_3fffL) | (fourteens & 0x3fff_0000_3fff_0000L) >>> 2;
        return (twentyEights & 0x0fff_ffffL) | (twentyEights & 0x0fff_ffff_0000_0000L) >>> 4;
    }
}
