package dev.plimsoll.ledger;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The block table of one snapshot: a directory of pages, most of them shared with the snapshot before.
///
/// @param pages never written again
/// @param siteOf number of a site by that of a pair; entries are only ever added behind
/// @param traitsOf number of traits by that of a pair; entries are only ever added behind
/// @param sites by site number; entries are only ever added behind
/// @param traits by number of traits; entries are only ever added behind
/// @param size live rows
record PagedBlocks(BlockPage[] pages, int[] siteOf, int[] traitsOf, SiteKey[] sites, Traits[] traits, int size)
        implements BlockTable {

    private static final int UNWANTED = -1;

    /// What blocks of one sort have in common.
    ///
    /// @param everyBlock as in [dev.plimsoll.event.NativeEvent.Allocation]
    record Traits(String binding, String kind, @Nullable String ownerClass, boolean everyBlock) {

        /// Whether the block lies inside another one that is counted too.
        boolean pooled() {
            return kind.equals("pooled");
        }

        /// As in [SiteHistory#freedByGc()].
        boolean freedByGc() {
            return SiteHistory.freedByGc(binding, kind, ownerClass);
        }
    }

    @Override
    public int next(int row) {
        int page = row >>> BlockPage.SHIFT;
        int inPage = row & BlockPage.MASK;
        while (page < pages.length) {
            int found = pages[page].size() == 0 ? -1 : pages[page].next(inPage);
            if (found >= 0) {
                return (page << BlockPage.SHIFT) + found;
            }
            page++;
            inPage = 0;
        }
        return -1;
    }

    @Override
    public long address(int row) {
        return columns(row).address()[row & BlockPage.MASK];
    }

    @Override
    public long bytes(int row) {
        return columns(row).bytes(row & BlockPage.MASK);
    }

    @Override
    public double weight(int row) {
        return columns(row).weight(row & BlockPage.MASK);
    }

    @Override
    public int stack(int row) {
        return sites[siteOf[columns(row).pair()[row & BlockPage.MASK]]].stack();
    }

    @Override
    public long allocated(int row) {
        return columns(row).allocated()[row & BlockPage.MASK];
    }

    @Override
    public long ownerCollected(int row) {
        long[] collected = pages[row >>> BlockPage.SHIFT].ownerCollected();
        return collected == null ? 0 : collected[row & BlockPage.MASK];
    }

    @Override
    public Block block(int row) {
        BlockPage.Columns columns = columns(row);
        int i = row & BlockPage.MASK;
        int pair = columns.pair()[i];
        Traits sort = traits[traitsOf[pair]];
        return new Block(
                row,
                columns.address()[i],
                columns.bytes(i),
                columns.weight(i),
                sort.binding(),
                sort.kind(),
                sort.ownerClass(),
                columns.allocated()[i],
                ownerCollected(row),
                sites[siteOf[pair]].stack());
    }

    /// Page by page, and by pair: a million rows are not to be looked up one by one.
    @Override
    public void rows(BitSet stacks, RowSink each) {
        int[] wanted = new int[siteOf.length];
        for (int pair = 0; pair < siteOf.length; pair++) {
            SiteKey site = sites[siteOf[pair]];
            wanted[pair] = site != null && stacks.get(site.stack()) ? site.stack() : UNWANTED;
        }
        for (int page = 0; page < pages.length; page++) {
            BlockPage.Columns columns = pages[page].columns();
            if (columns != null && pages[page].size() > 0) {
                rows(page, columns, pages[page].live(), wanted, each);
            }
        }
    }

    private static void rows(int page, BlockPage.Columns columns, long[] live, int[] wanted, RowSink each) {
        int first = page << BlockPage.SHIFT;
        for (int word = 0; word < live.length; word++) {
            for (long bits = live[word]; bits != 0; bits &= bits - 1) {
                int i = (word << 6) + Long.numberOfTrailingZeros(bits);
                int stack = wanted[columns.pair()[i]];
                if (stack != UNWANTED) {
                    each.row(first + i, stack, columns.bytes(i), columns.weight(i), columns.allocated()[i]);
                }
            }
        }
    }

    private BlockPage.Columns columns(int row) {
        return Objects.requireNonNull(pages[row >>> BlockPage.SHIFT].columns());
    }
}
