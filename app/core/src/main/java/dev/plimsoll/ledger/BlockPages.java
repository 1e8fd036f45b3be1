package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The writer's side of the block table. One thread.
///
/// A page has columns and one bit per row that says whether it is live. A free clears a bit and leaves the columns
/// alone; a new block fills a row that no snapshot can hold as live. So a snapshot copies 512 bytes for each page that
/// changed, never its columns:
///
/// ```
/// live     1 1 0 1 0 0 0 0     a free clears a bit; the snapshot before has its own copy of the bits
/// columns  a b c d . . . .     shared; c stays readable for the snapshot that holds it as live
/// fill       next:  ^          rows that were free when filling of this page began
/// ```
///
/// Freed rows come back when their page is filled again: once a quarter of a page is free it queues for that, and its
/// columns are copied once for all the rows to come. An empty page gives its columns back.
final class BlockPages implements BlockStore {

    private static final int FULL_ENOUGH = BlockPage.ROWS * 3 / 4;

    private static final class Page {
        BlockPage.@Nullable Columns columns;
        final long[] live = new long[BlockPage.WORDS];
        long @Nullable [] ownerCollected;
        boolean ownersShared;
        int size;
        boolean dirty;
        boolean queued;
    }

    private final PairNumbers pairs;
    private final List<Page> pages = new ArrayList<>();
    private final ArrayDeque<Integer> roomy = new ArrayDeque<>();
    private final List<Integer> dirty = new ArrayList<>();
    private BlockPage[] published = new BlockPage[0];
    private @Nullable PagedBlocks table;
    private int size;

    private int filling = -1;
    private final long[] fillable = new long[BlockPage.WORDS];
    private int cursor;

    BlockPages(PairNumbers pairs) {
        this.pairs = pairs;
    }

    @Override
    public void expect(int more) {}

    @Override
    public int add(long address, long bytes, double weight, long allocated, int pair) {
        int i = filling < 0 ? -1 : BlockPage.next(fillable, cursor);
        if (i < 0) {
            fillAnotherPage();
            i = BlockPage.next(fillable, 0);
        }
        cursor = i + 1;
        Page page = pages.get(filling);
        page.columns = Objects.requireNonNull(page.columns).with(i, address, bytes, weight, allocated, pair);
        page.live[i >>> 6] |= 1L << i;
        page.size++;
        size++;
        touch(filling, page);
        return (filling << BlockPage.SHIFT) + i;
    }

    @Override
    public void remove(int row, long when, boolean lost) {
        int index = row >>> BlockPage.SHIFT;
        Page page = pages.get(index);
        int i = row & BlockPage.MASK;
        page.live[i >>> 6] &= ~(1L << i);
        page.size--;
        size--;
        if (page.ownerCollected != null && page.ownerCollected[i] != 0) {
            owners(page)[i] = 0;
        }
        touch(index, page);
        if (index != filling) {
            queueIfRoomy(index, page);
        }
    }

    @Override
    public void ownerCollected(int row, long time) {
        int index = row >>> BlockPage.SHIFT;
        Page page = pages.get(index);
        owners(page)[row & BlockPage.MASK] = time;
        touch(index, page);
    }

    @Override
    public void read(int row, BlockRow into) {
        Page page = pages.get(row >>> BlockPage.SHIFT);
        BlockPage.Columns columns = Objects.requireNonNull(page.columns);
        int i = row & BlockPage.MASK;
        into.row = row;
        into.allocated = columns.allocated()[i];
        into.bytes = columns.bytes(i);
        into.weight = columns.weight(i);
        int pair = columns.pair()[i];
        into.site = pairs.first(pair);
        into.traits = pairs.second(pair);
        long[] owners = page.ownerCollected;
        into.ownerCollected = owners == null ? 0 : owners[i];
    }

    @Override
    public long address(int row) {
        return Objects.requireNonNull(pages.get(row >>> BlockPage.SHIFT).columns)
                .address()[row & BlockPage.MASK];
    }

    @Override
    public long allocated(int row) {
        return Objects.requireNonNull(pages.get(row >>> BlockPage.SHIFT).columns)
                .allocated()[row & BlockPage.MASK];
    }

    /// A row whose block ended says nothing any more.
    @Override
    public void found(int row, long when) {}

    /// Pages that did not change since the last call are the same objects; when none did, so is the table.
    @Override
    public BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits) {
        if (!dirty.isEmpty() || table == null) {
            table = new PagedBlocks(pages(), pairs.firsts(), pairs.seconds(), sites, traits, size);
        }
        return table;
    }

    private BlockPage[] pages() {
        BlockPage[] next = Arrays.copyOf(published, pages.size());
        for (int index : dirty) {
            Page page = pages.get(index);
            page.dirty = false;
            page.ownersShared = page.ownerCollected != null;
            next[index] = new BlockPage(page.columns, page.live.clone(), page.ownerCollected, page.size);
        }
        dirty.clear();
        published = next;
        return next;
    }

    private void fillAnotherPage() {
        int before = filling;
        Integer index = roomy.poll();
        if (index == null) {
            index = pages.size();
            pages.add(new Page());
        }
        filling = index;
        if (before >= 0) {
            queueIfRoomy(before, pages.get(before));
        }
        Page page = pages.get(index);
        page.queued = false;
        page.columns = page.columns == null || page.size == 0 ? new BlockPage.Columns() : page.columns.copy();
        for (int word = 0; word < BlockPage.WORDS; word++) {
            fillable[word] = ~page.live[word];
        }
        cursor = 0;
    }

    private void queueIfRoomy(int index, Page page) {
        if (page.size == 0) {
            page.columns = null;
            page.ownerCollected = null;
            touch(index, page);
        }
        if (page.size < FULL_ENOUGH && !page.queued) {
            page.queued = true;
            roomy.add(index);
        }
    }

    private void touch(int index, Page page) {
        if (!page.dirty) {
            page.dirty = true;
            dirty.add(index);
        }
    }

    private static long[] owners(Page page) {
        long[] owners = page.ownerCollected;
        if (owners == null) {
            owners = new long[BlockPage.ROWS];
        } else if (page.ownersShared) {
            owners = owners.clone();
        }
        page.ownersShared = false;
        page.ownerCollected = owners;
        return owners;
    }
}
