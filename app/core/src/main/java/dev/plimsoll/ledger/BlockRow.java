package dev.plimsoll.ledger;

/// A block as the books see it, read out of a [BlockStore]; used again for the next one. One thread.
final class BlockRow {

    int row;

    /// Nanoseconds since the epoch.
    long allocated;

    long bytes;
    double weight;

    /// Number in the [SiteBook].
    int site;

    /// Number of its [PagedBlocks.Traits].
    int traits;

    /// When its owner's death was seen, nanoseconds since the epoch, 0 when it was not.
    long ownerCollected;

    /// One of its own, to be kept.
    BlockRow copy() {
        BlockRow copy = new BlockRow();
        copy.row = row;
        copy.allocated = allocated;
        copy.bytes = bytes;
        copy.weight = weight;
        copy.site = site;
        copy.traits = traits;
        copy.ownerCollected = ownerCollected;
        return copy;
    }
}
