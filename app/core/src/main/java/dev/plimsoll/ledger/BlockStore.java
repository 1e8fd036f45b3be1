package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;

/// Where the writer keeps blocks, by row. One thread.
sealed interface BlockStore permits BlockPages, BlockLog {

    /// So many blocks may be added from now on.
    void expect(int more);

    /// Adds a live block that was expected and returns its row.
    ///
    /// @param pair number of its site and sort in the ledger's [PairNumbers]
    int add(long address, long bytes, double weight, long allocated, int pair);

    /// Copies the row of a live block.
    void read(int row, BlockRow into);

    long address(int row);

    /// When a live block was taken, nanoseconds since the epoch.
    long allocated(int row);

    /// A live block ended.
    ///
    /// @param when nanoseconds since the epoch
    /// @param lost whether its address was given out again before a free was seen
    void remove(int row, long when, boolean lost);

    /// The free of a block that had been taken for lost was seen after all.
    void found(int row, long when);

    /// Its owner's death was seen.
    void ownerCollected(int row, long time);

    /// The live blocks now; the same table when they did not change.
    ///
    /// @param sites by number; entries are only ever added behind
    /// @param traits by number; entries are only ever added behind
    BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits);
}
