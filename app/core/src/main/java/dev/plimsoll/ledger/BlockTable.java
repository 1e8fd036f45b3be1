package dev.plimsoll.ledger;

/// The live blocks of a snapshot: immutable, any thread may read it. Rows of blocks that were freed are skipped, so a
/// row number is not an index of live blocks; walk with [#next(int)].
public interface BlockTable {

    /// Without a block.
    BlockTable EMPTY = new PagedBlocks(new BlockPage[0], new SiteKey[0], new PagedBlocks.Traits[0], 0);

    /// Number of recorded live blocks.
    int size();

    /// The first live row at or after `row`, or -1.
    int next(int row);

    long address(int row);

    long bytes(int row);

    double weight(int row);

    int stack(int row);

    long allocated(int row);

    /// The whole row. For what is on the screen, not for loops.
    Block block(int row);
}
