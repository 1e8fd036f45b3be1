package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Live blocks by the class of their owner.
final class OwnerAnswer {

    private OwnerAnswer() {}

    /// Any thread; walks over all blocks.
    ///
    /// @param range only blocks allocated in it
    /// @param search looked for in the class
    /// @return in no order
    /// @throws CancellationException when `cancelled` said yes
    static List<OwnerRow> of(BlockTable table, Optional<TimeRange> range, Search search, BooleanSupplier cancelled) {
        Map<@Nullable String, Sums> byClass = new HashMap<>();
        StillWanted wanted = new StillWanted(cancelled);
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            wanted.row();
            if (range.isEmpty() || range.get().contains(table.allocated(row))) {
                Block block = table.block(row);
                byClass.computeIfAbsent(block.ownerClass(), ignored -> new Sums())
                        .add(block);
            }
        }
        List<OwnerRow> rows = new ArrayList<>();
        byClass.forEach((owner, sums) -> {
            if (!search.active() || (owner != null && search.finds(owner))) {
                rows.add(sums.row(owner));
            }
        });
        return List.copyOf(rows);
    }

    private static final class Sums {
        private final Sum bytes = new Sum();
        private final Sum blocks = new Sum();
        private final Sum collected = new Sum();
        private final Sum collectedBytes = new Sum();

        void add(Block block) {
            bytes.add(block.bytes(), block.weight());
            blocks.add(1, block.weight());
            if (block.ownerCollected() > 0) {
                collected.add(1, block.weight());
                collectedBytes.add(block.bytes(), block.weight());
            }
        }

        OwnerRow row(@Nullable String owner) {
            return new OwnerRow(
                    owner, bytes.estimate(), blocks.estimate(), collected.estimate(), collectedBytes.estimate());
        }
    }

    /// See [Estimate] for the formulas.
    private static final class Sum {
        private double value;
        private double variance;

        void add(double x, double weight) {
            value += x * weight;
            // A weight of 0 is followed only and stands for none.
            variance += weight > 0 ? x * x * weight * (weight - 1) : 0;
        }

        Estimate estimate() {
            return new Estimate(value, variance);
        }
    }
}
