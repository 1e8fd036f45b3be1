package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What the live blocks below one frame say: how old they are, of what size, and the newest of them. Immutable.
///
/// @param recorded number of recorded blocks, before weighting
/// @param byAge weighted blocks per [AgeClass], youngest first
/// @param size bytes of each block when all have the same size, else -1
/// @param ownerClass class that owns the newest block with a known owner, or the empty string
/// @param newest at most [#NEWEST], newest first
record LiveBlocks(int recorded, double[] byAge, long size, String ownerClass, List<Block> newest) {

    static final int NEWEST = 5;

    /// Bounds of the age classes in GC cycles: 0-1, 2-3, 4-7, 8-15, 16-31, 32 and more.
    static final List<String> AGES = List.of("0–1", "2–3", "4–7", "8–15", "16–31", "32+");

    private static final int ROWS_BETWEEN_LOOKS = 8192;

    /// @param stacks ids of those below the frame
    /// @throws CancellationException when `cancelled` said yes
    static LiveBlocks of(BlockTable table, BitSet stacks, CycleClock clock, BooleanSupplier cancelled) {
        Gathering gathering = new Gathering(clock, cancelled);
        table.rows(stacks, gathering);
        return gathering.of(table);
    }

    /// Looks at each block once; only the newest become objects.
    private static final class Gathering implements BlockTable.RowSink {

        /// Moments before which a block is of the next age class.
        private final long[] bounds = new long[AGES.size() - 1];

        private final BooleanSupplier cancelled;
        private final double[] byAge = new double[AGES.size()];
        private final int[] newest = new int[NEWEST];
        private final long[] times = new long[NEWEST];
        private int kept;
        private int recorded;
        private long size = -1;

        Gathering(CycleClock clock, BooleanSupplier cancelled) {
            this.cancelled = cancelled;
            for (int age = 0; age < bounds.length; age++) {
                bounds[age] = clock.before(2 << age);
            }
        }

        @Override
        public void row(int row, int stack, long bytes, double weight, long allocated) {
            if (recorded % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            size = recorded++ == 0 || size == bytes ? bytes : -2;
            int age = 0;
            while (age < bounds.length && allocated <= bounds[age]) {
                age++;
            }
            byAge[age] += weight;
            if (kept < NEWEST || allocated > times[NEWEST - 1]) {
                keep(row, allocated);
            }
        }

        private void keep(int row, long allocated) {
            int at = kept < NEWEST ? kept++ : NEWEST - 1;
            while (at > 0 && times[at - 1] < allocated) {
                times[at] = times[at - 1];
                newest[at] = newest[at - 1];
                at--;
            }
            times[at] = allocated;
            newest[at] = row;
        }

        LiveBlocks of(BlockTable table) {
            List<Block> blocks =
                    Arrays.stream(newest, 0, kept).mapToObj(table::block).toList();
            String owner = blocks.stream()
                    .map(Block::ownerClass)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            return new LiveBlocks(recorded, byAge, Math.max(-1, size), owner, blocks);
        }
    }

    /// Index into [#AGES].
    static int ageClass(int cycles) {
        return cycles < 2 ? 0 : Math.min(AGES.size() - 1, 31 - Integer.numberOfLeadingZeros(cycles));
    }
}
