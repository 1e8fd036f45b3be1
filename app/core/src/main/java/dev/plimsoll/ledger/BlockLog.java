package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;

/// Every block that ever was, in the order in which they came, with when each came and went: so the live blocks of any
/// moment are those that had come and had not gone. A row is never used again. One thread writes.
final class BlockLog implements BlockStore {

    private Stretch[] stretches = new Stretch[16];
    private int count;

    /// How many stretches may be in memory; those that follow are in files that the system pages.
    private int inMemory;

    private int rows;
    private int live;
    private long time;

    /// What a row's pair means: rows hold one number for (site, sort).
    private final PairNumbers pairs;

    /// With as much memory outside the heap as a quarter of the largest heap.
    BlockLog(PairNumbers pairs) {
        this(pairs, Math.clamp(Runtime.getRuntime().maxMemory() / 4 / Stretch.BYTES, 2, Integer.MAX_VALUE));
    }

    /// @param inMemory stretches that may be in memory
    BlockLog(PairNumbers pairs, int inMemory) {
        this.pairs = pairs;
        this.inMemory = inMemory;
    }

    @Override
    public void expect(int more) {
        while (rows + more > count << Stretch.SHIFT) {
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, count * 2);
            }
            stretches[count] = new Stretch(words());
            count++;
        }
    }

    @Override
    public int add(long address, long bytes, double weight, long allocated, int pair) {
        stretch(rows).set(rows & Stretch.MASK, address, bytes, weight, allocated, pair);
        live++;
        time = Math.max(time, allocated);
        return rows++;
    }

    private LongBuffer words() {
        if (count >= inMemory) {
            try {
                return MappedLongs.of(new long[Stretch.BYTES / Long.BYTES]);
            } catch (IOException noRoom) {
                // This one and all that follow stay in memory, as long as it lasts.
                inMemory = Integer.MAX_VALUE;
            }
        }
        return ByteBuffer.allocateDirect(Stretch.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    @Override
    public void read(int row, BlockRow into) {
        int pair = stretch(row).read(row & Stretch.MASK, into);
        into.row = row;
        into.site = pairs.first(pair);
        into.traits = pairs.second(pair);
    }

    @Override
    public long address(int row) {
        return stretch(row).address(row & Stretch.MASK);
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
