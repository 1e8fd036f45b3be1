package dev.plimsoll.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every block that ever was, in the order in which they came, with when each came and went: so the live blocks of any
/// moment are those that had come and had not gone. A row is never used again. One thread writes.
final class BlockLog implements BlockStore {

    /// A stretch takes at most that many bytes of heap, but for what is rare.
    private static final long STRETCH = 40L << Stretch.SHIFT;

    private final List<Stretch> stretches = new ArrayList<>();

    /// How many stretches may be in the heap.
    private int inHeap;

    /// How many have left it: the first ones.
    private int outside;

    private Stretch[] published = {};
    private int rows;
    private int live;
    private long time;

    /// What a row's pair means: rows hold one number for (site, sort).
    private final AddressMap pairNumbers = new AddressMap();

    private int[] pairSites = new int[64];
    private int[] pairTraits = new int[64];

    /// With a quarter of the heap.
    BlockLog() {
        this(Math.clamp(Runtime.getRuntime().maxMemory() / 4 / STRETCH, 2, Integer.MAX_VALUE));
    }

    /// @param inHeap stretches that may be in the heap, at least 1
    BlockLog(int inHeap) {
        this.inHeap = inHeap;
    }

    @Override
    public int add(long address, long bytes, double weight, long allocated, int site, int traits) {
        int i = rows & Stretch.MASK;
        if (i == 0) {
            makeRoom();
            stretches.add(new Stretch());
        }
        stretches.getLast().set(i, address, bytes, weight, allocated, pair(site, traits));
        live++;
        time = Math.max(time, allocated);
        return rows++;
    }

    /// The latest rows stay in the heap, for most of what ends is young.
    private void makeRoom() {
        if (stretches.size() - outside < inHeap) {
            return;
        }
        try {
            stretches.get(outside).moveOut();
            outside++;
        } catch (IOException noRoom) {
            // It stays where it is, and so do all that follow, as long as the heap lasts.
            inHeap = Integer.MAX_VALUE;
        }
    }

    private int pair(int site, int traits) {
        long key = (long) site << Integer.SIZE | traits;
        int known = pairNumbers.get(key);
        if (known != AddressMap.NONE) {
            return known;
        }
        int number = pairNumbers.size();
        pairNumbers.put(key, number);
        if (number == pairSites.length) {
            pairSites = Arrays.copyOf(pairSites, number * 2);
            pairTraits = Arrays.copyOf(pairTraits, number * 2);
        }
        pairSites[number] = site;
        pairTraits[number] = traits;
        return number;
    }

    @Override
    public void remove(int row, long when, boolean lost) {
        Stretch stretch = stretch(row);
        int i = row & Stretch.MASK;
        long end = Math.max(when, stretch.allocated(i));
        stretch.ended(i, lost ? -end : end);
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

    @Override
    public long ownerCollected(int row) {
        return stretch(row).ownerCollected(row & Stretch.MASK);
    }

    @Override
    public long bytes(int row) {
        return stretch(row).bytes(row & Stretch.MASK);
    }

    @Override
    public double weight(int row) {
        return stretch(row).weight(row & Stretch.MASK);
    }

    @Override
    public long allocated(int row) {
        return stretch(row).allocated(row & Stretch.MASK);
    }

    @Override
    public int site(int row) {
        return pairSites[stretch(row).pair(row & Stretch.MASK)];
    }

    @Override
    public int traits(int row) {
        return pairTraits[stretch(row).pair(row & Stretch.MASK)];
    }

    private Stretch stretch(int row) {
        return stretches.get(row >>> Stretch.SHIFT);
    }

    @Override
    public BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits) {
        return view(sites, sites.length, traits).blocks(time, live);
    }

    /// The rows that are there now.
    LogView view(SiteKey[] keys, int sites, PagedBlocks.Traits[] traits) {
        if (published.length < stretches.size()) {
            published = stretches.toArray(Stretch[]::new);
        }
        return new LogView(published, rows, pairNumbers.size(), pairSites, pairTraits, keys, sites, traits);
    }
}
