package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every block that ever was, in the order in which they came, with when each came and went: so the live blocks of any
/// moment are those that had come and had not gone. A row is never used again. One thread writes.
final class BlockLog implements BlockStore {

    private final List<Stretch> stretches = new ArrayList<>();
    private Stretch[] published = {};
    private int rows;
    private int live;
    private long time;

    /// What a row's pair means: rows hold one number for (site, sort).
    private final AddressMap pairNumbers = new AddressMap();

    private int[] pairSites = new int[64];
    private int[] pairTraits = new int[64];

    @Override
    public int add(long address, long bytes, double weight, long allocated, int site, int traits) {
        int i = rows & Stretch.MASK;
        if (i == 0) {
            stretches.add(new Stretch());
        }
        stretches.getLast().set(i, address, bytes, weight, allocated, pair(site, traits));
        live++;
        time = Math.max(time, allocated);
        return rows++;
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
        long end = Math.max(when, stretch.allocated[i]);
        stretch.ended[i] = lost ? -end : end;
        live--;
        time = Math.max(time, when);
    }

    @Override
    public void found(int row, long when) {
        stretch(row).ended[row & Stretch.MASK] = when;
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
        return stretch(row).allocated[row & Stretch.MASK];
    }

    @Override
    public int site(int row) {
        return pairSites[stretch(row).pairs[row & Stretch.MASK]];
    }

    @Override
    public int traits(int row) {
        return pairTraits[stretch(row).pairs[row & Stretch.MASK]];
    }

    private Stretch stretch(int row) {
        return stretches.get(row >>> Stretch.SHIFT);
    }

    @Override
    public BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits) {
        return at(time, live, sites, traits);
    }

    /// The blocks that were live at a moment of which it is known how many there were.
    LoggedBlocks at(long moment, int size, SiteKey[] sites, PagedBlocks.Traits[] traits) {
        return new LoggedBlocks(stretches(), rows, pairSites, pairTraits, sites, traits, moment, size);
    }

    /// All stretches; never written again.
    Stretch[] stretches() {
        if (published.length < stretches.size()) {
            published = stretches.toArray(Stretch[]::new);
        }
        return published;
    }

    int rows() {
        return rows;
    }

    /// Number of distinct pairs of a site and a sort.
    int pairs() {
        return pairNumbers.size();
    }

    int pairSite(int pair) {
        return pairSites[pair];
    }

    int pairTraits(int pair) {
        return pairTraits[pair];
    }
}
