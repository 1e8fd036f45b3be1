package dev.plimsoll.ledger;

/// Where the writer keeps blocks, by row. One thread.
sealed interface BlockStore permits BlockPages, BlockLog {

    /// Adds a live block and returns its row.
    int add(long address, long bytes, double weight, long allocated, int site, int traits);

    /// A live block ended.
    ///
    /// @param when nanoseconds since the epoch
    /// @param lost whether its address was given out again before a free was seen
    void remove(int row, long when, boolean lost);

    /// The free of a block that had been taken for lost was seen after all.
    void found(int row, long when);

    /// Its owner's death was seen.
    void ownerCollected(int row, long time);

    /// When its owner's death was seen, 0 when it was not.
    long ownerCollected(int row);

    long bytes(int row);

    double weight(int row);

    long allocated(int row);

    int site(int row);

    int traits(int row);

    /// The live blocks now; the same table when they did not change.
    ///
    /// @param sites by number; entries are only ever added behind
    /// @param traits by number; entries are only ever added behind
    BlockTable publish(SiteKey[] sites, PagedBlocks.Traits[] traits);
}
