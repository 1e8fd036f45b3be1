package dev.plimsoll.event.raw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whole numbers, one per row, packed by pages: a page keeps its smallest value and what the others have more, in as
/// many bytes as the largest of these needs. A page of equal values takes none. Appended by one thread, then read by
/// any.
final class LongColumn {

    private static final int BITS = 12;
    private static final int PAGE = 1 << BITS;

    private sealed interface Page {
        long get(int at);

        record Equal(long value) implements Page {
            @Override
            public long get(int at) {
                return value;
            }
        }

        record Bytes(long base, byte[] more) implements Page {
            @Override
            public long get(int at) {
                return base + (more[at] & 0xff);
            }
        }

        record Shorts(long base, char[] more) implements Page {
            @Override
            public long get(int at) {
                return base + more[at];
            }
        }

        record Ints(long base, int[] more) implements Page {
            @Override
            public long get(int at) {
                return base + (more[at] & 0xffff_ffffL);
            }
        }

        record Longs(long[] values) implements Page {
            @Override
            public long get(int at) {
                return values[at];
            }
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private long[] open = new long[PAGE];
    private int size;
    private long bytes;

    void add(long value) {
        open[size & (PAGE - 1)] = value;
        size++;
        if ((size & (PAGE - 1)) == 0) {
            close(PAGE);
        }
    }

    /// Packs the last page; nothing may be added after it.
    void seal() {
        int rest = size & (PAGE - 1);
        if (rest > 0) {
            close(rest);
        }
        open = new long[0];
    }

    int size() {
        return size;
    }

    /// Bytes of closed pages.
    long bytes() {
        return bytes;
    }

    long get(int row) {
        int page = row >>> BITS;
        return page < pages.size() ? pages.get(page).get(row & (PAGE - 1)) : open[row & (PAGE - 1)];
    }

    private void close(int count) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, open[i]);
            most = Math.max(most, open[i]);
        }
        // Wraps around when the two are further apart than a long: then it looks negative, and is kept as it is.
        long span = most - least;
        pages.add(pack(count, least, span));
        bytes += (long) count * width(span);
    }

    private static int width(long span) {
        if (span == 0) {
            return 0;
        }
        return span < 0 || span >= 1L << 32 ? 8 : span < 1 << 8 ? 1 : span < 1 << 16 ? 2 : 4;
    }

    private Page pack(int count, long base, long span) {
        return switch (width(span)) {
            case 0 -> new Page.Equal(base);
            case 1 -> {
                byte[] more = new byte[count];
                for (int i = 0; i < count; i++) {
                    more[i] = (byte) (open[i] - base);
                }
                yield new Page.Bytes(base, more);
            }
            case 2 -> {
                char[] more = new char[count];
                for (int i = 0; i < count; i++) {
                    more[i] = (char) (open[i] - base);
                }
                yield new Page.Shorts(base, more);
            }
            case 4 -> {
                int[] more = new int[count];
                for (int i = 0; i < count; i++) {
                    more[i] = (int) (open[i] - base);
                }
                yield new Page.Ints(base, more);
            }
            default -> new Page.Longs(Arrays.copyOf(open, count));
        };
    }
}
