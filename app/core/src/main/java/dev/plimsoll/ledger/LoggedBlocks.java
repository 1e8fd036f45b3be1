package dev.plimsoll.ledger;

/// The blocks of a [BlockLog] that were live at one moment. Nothing is copied: a block that ends later ends after that
/// moment, and one that comes later stands behind the last row.
///
/// @param stretches not written but behind the last row, and where blocks end
/// @param rows that were there
/// @param pairSites site of each pair
/// @param pairTraits sort of each pair
/// @param sites by site number
/// @param traits by number of traits
/// @param moment nanoseconds since the epoch
/// @param size live rows
record LoggedBlocks(
        Stretch[] stretches,
        int rows,
        int[] pairSites,
        int[] pairTraits,
        SiteKey[] sites,
        PagedBlocks.Traits[] traits,
        long moment,
        int size)
        implements BlockTable {

    @Override
    public int next(int row) {
        for (int next = row; next < rows; next++) {
            Stretch stretch = stretches[next >>> Stretch.SHIFT];
            if (stretch.first > moment) {
                next |= Stretch.MASK;
            } else if (stretch.live(next & Stretch.MASK, moment)) {
                return next;
            }
        }
        return -1;
    }

    @Override
    public long address(int row) {
        return stretch(row).address(row & Stretch.MASK);
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
    public int stack(int row) {
        return sites[pairSites[pair(row)]].stack();
    }

    @Override
    public long allocated(int row) {
        return stretch(row).allocated[row & Stretch.MASK];
    }

    @Override
    public Block block(int row) {
        PagedBlocks.Traits sort = traits[pairTraits[pair(row)]];
        long collected = stretch(row).ownerCollected(row & Stretch.MASK);
        return new Block(
                row,
                address(row),
                bytes(row),
                weight(row),
                sort.binding(),
                sort.kind(),
                sort.ownerClass(),
                allocated(row),
                collected > moment ? 0 : collected,
                stack(row));
    }

    private int pair(int row) {
        return stretch(row).pairs[row & Stretch.MASK];
    }

    private Stretch stretch(int row) {
        return stretches[row >>> Stretch.SHIFT];
    }
}
