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

        long bytes();

        record Equal(long value) implements Page {
            @Override
            public long get(int at) {
                return value;
            }

            @Override
            public long bytes() {
                return 0;
            }
        }

        record Bytes(long base, byte[] more) implements Page {
            @Override
            public long get(int at) {
                return base + (more[at] & 0xff);
            }

            @Override
            public long bytes() {
                return more.length;
            }
        }

        record Shorts(long base, char[] more) implements Page {
            @Override
            public long get(int at) {
                return base + more[at];
            }

            @Override
            public long bytes() {
                return (long) Character.BYTES * more.length;
            }
        }

        record Ints(long base, int[] more) implements Page {
            @Override
            public long get(int at) {
                return base + (more[at] & 0xffff_ffffL);
            }

            @Override
            public long bytes() {
                return (long) Integer.BYTES * more.length;
            }
        }

        record Longs(long[] values) implements Page {
            @Override
            public long get(int at) {
                return values[at];
            }

            @Override
            public long bytes() {
                return (long) Long.BYTES * values.length;
            }
        }
    }

    private final List<Page> pages;
    private long[] open;
    private int size;
    private long bytes;

    LongColumn() {
        this(new ArrayList<>(), new long[PAGE], 0, 0);
    }

    private LongColumn(List<Page> pages, long[] open, int size, long bytes) {
        this.pages = pages;
        this.open = open;
        this.size = size;
        this.bytes = bytes;
    }

    /// What is there now, for other threads; this one may go on.
    LongColumn soFar() {
        return new LongColumn(List.copyOf(pages), open.clone(), size, bytes);
    }

    /// Drops the oldest half of what is packed, whole pages; returns how many rows that are.
    int dropOldest() {
        List<Page> oldest = pages.subList(0, pages.size() / 2);
        int dropped = oldest.size() << BITS;
        for (Page page : oldest) {
            bytes -= page.bytes();
        }
        oldest.clear();
        size -= dropped;
        return dropped;
    }

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

    /// As above, with the page that is open.
    long bytesKept() {
        return bytes + (long) Long.BYTES * open.length;
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
        Page page = pack(count, least, span);
        pages.add(page);
        bytes += page.bytes();
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
