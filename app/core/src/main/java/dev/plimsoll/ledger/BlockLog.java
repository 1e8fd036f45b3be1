package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;
import java.io.IOException;
import java.util.Arrays;

/// Every block that ever was, in the order in which they came, with when each came and went: so the live blocks of any
/// moment are those that had come and had not gone. A row is never used again. One thread writes.
final class BlockLog implements BlockStore {

    private Stretch[] stretches = new Stretch[16];
    private int count;

    /// How many stretches may be in the heap.
    private int inHeap;

    /// How many have left it: the first ones.
    private int outside;

    private int rows;
    private int live;
    private long time;

    /// What a row's pair means: rows hold one number for (site, sort).
    private final PairNumbers pairs;

    /// With a quarter of the heap.
    BlockLog(PairNumbers pairs) {
        this(pairs, Math.clamp(Runtime.getRuntime().maxMemory() / 4 / Stretch.BYTES, 2, Integer.MAX_VALUE));
    }

    /// @param inHeap stretches that may be in the heap, at least 1
    BlockLog(PairNumbers pairs, int inHeap) {
        this.pairs = pairs;
        this.inHeap = inHeap;
    }

    @Override
    public int add(long address, long bytes, double weight, long allocated, int pair) {
        int i = rows & Stretch.MASK;
        if (i == 0) {
            makeRoom();
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, count * 2);
            }
            stretches[count++] = new Stretch();
        }
        stretches[count - 1].set(i, address, bytes, weight, allocated, pair);
        live++;
        time = Math.max(time, allocated);
        return rows++;
    }

    /// The latest rows stay in the heap, for most of what ends is young.
    private void makeRoom() {
        if (count - outside < inHeap) {
            return;
        }
        try {
            stretches[outside].moveOut();
            outside++;
        } catch (IOException noRoom) {
            // It stays where it is, and so do all that follow, as long as the heap lasts.
            inHeap = Integer.MAX_VALUE;
        }
    }

    @Override
    public void read(int row, BlockRow into) {
        int pair = stretch(row).read(row & Stretch.MASK, into);
        into.row = row;
        into.site = pairs.first(pair);
        into.traits = pairs.second(pair);
    }

    @Override
    public long allocated(int row) {
        return stretch(row).allocated(row & Stretch.MASK);
    }

    @Override
    public void remove(int row, long when, boolean lost) {
        stretch(row).end(row & Stretch.MASK, when, lost);
        live--;
        time = Math.max(time, when);
    }

    @Override
    public void found(int row, long when) {
        stretch(row).ended(row & Stretch.MASK, when);
    }

    @Override
    public void ownerCollected(int row, long seen) {
        stretch(row).ownerCollected(row & Stretch.MASK, seen);
    }

    private Stretch stretch(int row) {
        return stretches[row >>> Stretch.SHIFT];
    }

    @Override
    public BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits) {
        return view(sites, sites.length, traits).blocks(time, live);
    }

    /// The rows that are there now.
    LogView view(SiteKey[] keys, int sites, PagedBlocks.Traits[] traits) {
        return new LogView(stretches, count, rows, pairs.size(), pairs.firsts(), pairs.seconds(), keys, sites, traits);
    }
}
