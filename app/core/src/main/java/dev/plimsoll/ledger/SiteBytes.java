package dev.plimsoll.ledger;

import java.util.Map;

/// Bytes by site number, and what of them is published. Open addressing. One thread writes.
final class SiteBytes {

    /// Knuth's multiplier: numbers that follow each other fall far apart.
    private static final int SPREAD = 0x9E37_79B1;

    /// One more than the number of a site, 0 where there is none.
    private int[] sites = new int[16];

    private double[] bytes = new double[16];
    private int shift = Integer.SIZE - 4;
    private int size;

    void add(int site, double more) {
        int mask = sites.length - 1;
        int slot = ((site + 1) * SPREAD) >>> shift;
        while (sites[slot] != 0) {
            if (sites[slot] == site + 1) {
                bytes[slot] += more;
                return;
            }
            slot = (slot + 1) & mask;
        }
        sites[slot] = site + 1;
        bytes[slot] = more;
        if (++size * 2 > sites.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldSites = sites;
        double[] oldBytes = bytes;
        sites = new int[oldSites.length * 2];
        bytes = new double[oldSites.length * 2];
        shift--;
        size = 0;
        for (int slot = 0; slot < oldSites.length; slot++) {
            if (oldSites[slot] != 0) {
                add(oldSites[slot] - 1, oldBytes[slot]);
            }
        }
    }

    /// As they are now, by key. The map is made when somebody looks.
    Map<SiteKey, Double> publish(SiteKey[] keys) {
        int[] numbers = new int[size];
        double[] values = new double[size];
        int count = 0;
        for (int slot = 0; slot < sites.length; slot++) {
            if (sites[slot] != 0) {
                numbers[count] = sites[slot] - 1;
                values[count++] = bytes[slot];
            }
        }
        return size == 0 ? Map.of() : new BytesBySite(keys, numbers, values);
    }
}
