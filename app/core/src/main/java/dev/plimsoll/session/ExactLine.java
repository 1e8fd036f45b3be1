package dev.plimsoll.session;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.target.Sampling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// How to record every block of one line, and few of others: by the sizes of those that are live. Stateless.
public final class ExactLine {

    /// A line with more sizes than this takes anything; then every block of the process is recorded.
    static final int MOST_SIZES = 64;

    private ExactLine() {}

    /// Walks over all live blocks: not for the FX thread.
    ///
    /// @return [Sampling.ExactFor], or [Sampling.Exact] when the line has no live block or too many sizes
    public static Sampling of(Snapshot now, String binding, Frame line) {
        TreeSet<Long> sizes = new TreeSet<>();
        BlockTable blocks = now.ledger().blocks();
        for (int row = blocks.next(0); row >= 0 && sizes.size() <= MOST_SIZES; row = blocks.next(row + 1)) {
            if (line.equals(now.stacks().get(blocks.stack(row)).site())) {
                Block block = blocks.block(row);
                if (block.binding().equals(binding)) {
                    sizes.add(block.bytes());
                }
            }
        }
        return sizes.isEmpty() || sizes.size() > MOST_SIZES
                ? new Sampling.Exact()
                : new Sampling.ExactFor(binding, new ArrayList<>(sizes));
    }

    /// The stack whose live bytes are least certain: where more samples would help most. Empty when all are exact.
    public static Optional<StackTotals> leastCertain(Snapshot now) {
        List<StackTotals> stacks = now.ledger().stacks();
        return stacks.stream()
                .filter(totals -> !totals.liveBytes().exact())
                .max(Comparator.comparingDouble(totals -> totals.liveBytes().variance()));
    }
}
