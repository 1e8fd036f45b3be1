package dev.plimsoll.ui.flame;

import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.SiteFigures;
import dev.plimsoll.flame.StackFolding;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// How old the live blocks below each node are: the mean age in GC cycles, each block counted by its estimated bytes.
/// Two trees over the same branches as the one on the screen, one of bytes and one of bytes times age. Immutable; any
/// thread.
final class NodeAges {

    static final NodeAges NONE = new NodeAges(null, null);

    private static final int ROWS_BETWEEN_LOOKS = 8192;

    /// Keeps blocks of age 0 in the second tree.
    private static final double LEAST = 1e-6;

    private final @Nullable CallNode bytes;
    private final @Nullable CallNode aged;

    private NodeAges(@Nullable CallNode bytes, @Nullable CallNode aged) {
        this.bytes = bytes;
        this.aged = aged;
    }

    /// For the nodes of any tree of this folding. On the thread that folds.
    ///
    /// @throws CancellationException when `cancelled` said yes
    static NodeAges of(StackFolding folding, Snapshot snapshot, BooleanSupplier cancelled) {
        CycleClock clock = new CycleClock(snapshot.timeline().cycles());
        BlockTable table = snapshot.ledger().blocks();
        double[] bytes = new double[snapshot.stacks().size()];
        double[] aged = new double[bytes.length];
        int seen = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (seen++ % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            double size = table.bytes(row) * table.weight(row);
            int stack = table.stack(row);
            bytes[stack] += size;
            aged[stack] += size * (clock.since(table.allocated(row)) + LEAST);
        }
        return new NodeAges(tree(folding, bytes, cancelled), tree(folding, aged, cancelled));
    }

    private static CallNode tree(StackFolding folding, double[] byStack, BooleanSupplier cancelled) {
        SiteFigures figures = each -> {
            for (int stack = 0; stack < byStack.length; stack++) {
                if (byStack[stack] > 0) {
                    each.accept(new SiteKey("", stack), byStack[stack]);
                }
            }
        };
        return folding.tree(figures, TreeShape.Order.FIRST_APPEARANCE, cancelled);
    }

    /// GC cycles, or null where no live blocks are.
    @Nullable
    Double get(CallNode node) {
        double below = bytes == null ? 0 : StackFolding.total(bytes, node);
        return aged == null || below <= 0 ? null : (Double) (StackFolding.total(aged, node) / below);
    }
}
