package dev.plimsoll.recording.chunk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From keys that a recorder counted up, those of event types and of stacks, to numbers >= 0. They lie close together,
/// so they are kept by position, in pages. Keys that no recorder would give are kept in a [LongMap]. One thread.
final class DenseKeys {

    static final int NONE = -1;

    private static final int SHIFT = 10;
    private static final int MASK = (1 << SHIFT) - 1;

    /// Pages from 0 on; beyond, a map is used.
    private static final long MOST_PAGES = 1 << 16;

    /// Keys all over the place must not take a page each.
    private static final int FEW_PAGES = 64;

    private static final int FEWEST_OF_A_PAGE = 16;

    /// Each number one higher, 0 where there is none.
    private int[] @Nullable [] pages = new int[16][];

    private int made;
    private int size;

    private LongMap far = new LongMap();

    void clear() {
        pages = new int[16][];
        far = new LongMap();
        made = 0;
        size = 0;
    }

    int get(long key) {
        long page = key >>> SHIFT;
        if (page >= pages.length) {
            return far.get(key);
        }
        int @Nullable [] numbers = pages[(int) page];
        int number = numbers == null ? 0 : numbers[(int) key & MASK];
        return number == 0 ? far.get(key) : number - 1;
    }

    /// A later number for the same key takes the place of the earlier one.
    void put(long key, int number) {
        long page = key >>> SHIFT;
        boolean known = page < pages.length && pages[(int) page] != null;
        size++;
        if (!known && (page >= MOST_PAGES || made > FEW_PAGES + size / FEWEST_OF_A_PAGE)) {
            far.put(key, number);
            return;
        }
        int index = (int) page;
        if (index >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(index + 1, pages.length * 2));
        }
        int @Nullable [] numbers = pages[index];
        if (numbers == null) {
            numbers = new int[1 << SHIFT];
            pages[index] = numbers;
            made++;
        }
        numbers[(int) key & MASK] = number + 1;
    }
}
