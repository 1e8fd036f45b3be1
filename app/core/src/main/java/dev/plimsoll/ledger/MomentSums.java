package dev.plimsoll.ledger;

import java.nio.LongBuffer;

/// Sums over the blocks that had come by a moment, by pair of a site and a sort. One thread.
final class MomentSums {

    final PairSums allocated;
    final PairSums alive;

    /// Ended by a free that was seen.
    final PairSums freed;

    /// Alive without their owner.
    final PairSums gone;

    /// Number of recorded live blocks.
    int live;

    private MomentSums(PairSums allocated, PairSums alive, PairSums freed, PairSums gone) {
        this.allocated = allocated;
        this.alive = alive;
        this.freed = freed;
        this.gone = gone;
    }

    /// Before the first block.
    static MomentSums none(int pairs) {
        return new MomentSums(new PairSums(pairs), new PairSums(pairs), new PairSums(pairs), new PairSums(pairs));
    }

    /// Every figure in columns, one behind the other, each behind its length; the number of live blocks first.
    long[] columns() {
        int longs = 1;
        for (PairSums sums : all()) {
            longs += 1 + sums.longs();
        }
        long[] columns = new long[longs];
        columns[0] = live;
        int at = 1;
        for (PairSums sums : all()) {
            columns[at] = sums.longs();
            at = sums.put(columns, at + 1);
        }
        return columns;
    }

    /// What [#columns()] made.
    static MomentSums of(LongBuffer columns, int pairs) {
        PairSums[] all = new PairSums[4];
        int at = 1;
        for (int i = 0; i < all.length; i++) {
            int length = (int) columns.get(at);
            all[i] = PairSums.of(columns.slice(at + 1, length), pairs);
            at += 1 + length;
        }
        MomentSums sums = new MomentSums(all[0], all[1], all[2], all[3]);
        sums.live = (int) columns.get(0);
        return sums;
    }

    private PairSums[] all() {
        return new PairSums[] {allocated, alive, freed, gone};
    }
}
