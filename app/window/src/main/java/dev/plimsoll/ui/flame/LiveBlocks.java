package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
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

    /// @throws CancellationException when `cancelled` said yes
    static LiveBlocks of(BlockTable table, Set<SiteKey> sites, CycleClock clock, BooleanSupplier cancelled) {
        BitSet stacks = new BitSet();
        sites.forEach(site -> stacks.set(site.stack()));
        double[] byAge = new double[AGES.size()];
        PriorityQueue<Block> youngest = new PriorityQueue<>(Comparator.comparingLong(Block::allocated));
        int recorded = 0;
        long size = -1;
        int seen = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (seen++ % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (!stacks.get(table.stack(row))) {
                continue;
            }
            long bytes = table.bytes(row);
            size = recorded++ == 0 || size == bytes ? bytes : -2;
            byAge[ageClass(clock.since(table.allocated(row)))] += table.weight(row);
            Block oldest = youngest.peek();
            if (oldest == null || youngest.size() < NEWEST || table.allocated(row) > oldest.allocated()) {
                youngest.add(table.block(row));
            }
            if (youngest.size() > NEWEST) {
                youngest.remove();
            }
        }
        List<Block> newest = youngest.stream()
                .sorted(Comparator.comparingLong(Block::allocated).reversed())
                .toList();
        String owner = newest.stream()
                .map(Block::ownerClass)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new LiveBlocks(recorded, byAge, Math.max(-1, size), owner, newest);
    }

    /// Index into [#AGES].
    static int ageClass(int cycles) {
        return cycles < 2 ? 0 : Math.min(AGES.size() - 1, 31 - Integer.numberOfLeadingZeros(cycles));
    }
}
