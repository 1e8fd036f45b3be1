package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Folds the stacks of one session into a tree, again and again as their figures change: at which node a stack ends is
/// found once, so that the next tree of a hundred thousand stacks costs some additions. Siblings keep the order in
/// which they first came, also when one was without a value for a while. One thread; the trees are for any.
public final class StackFolding {

    private static final int SITES_BETWEEN_LOOKS = 512;
    private static final int UNKNOWN = -1;

    private final StackTable stacks;
    private final TreeShape shape;
    private final StackShaper shaper;
    private final Branches branches = new Branches();

    /// By stack: the node at which it ends, the root when a filter takes it away.
    private int[] ends = new int[0];

    /// @param shape its order does not matter here
    public StackFolding(StackTable stacks, TreeShape shape) {
        this.stacks = stacks;
        this.shape = shape.with(TreeShape.Order.FIRST_APPEARANCE);
        this.shaper = new StackShaper(shape);
    }

    /// Whether trees of this shape over these stacks come from here.
    @SuppressWarnings("ReferenceEquality")
    public boolean folds(StackTable ofThese, TreeShape like) {
        return stacks == ofThese && shape.equals(like.with(TreeShape.Order.FIRST_APPEARANCE));
    }

    /// @param figures those not above zero are left out
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes; what was found until then is kept
    public CallNode tree(SiteFigures figures, TreeShape.Order order, BooleanSupplier cancelled) {
        TreeGrowth growth = new TreeGrowth(branches);
        int[] seen = new int[1];
        figures.each((site, value) -> {
            if (seen[0]++ % SITES_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (value > 0) {
                int node = end(site.stack());
                if (node != Branches.ROOT) {
                    growth.add(node, site.binding(), value);
                }
            }
        });
        return growth.tree(order).root();
    }

    /// Those of `asked` whose path passes through the end of `path`, so that any figure of theirs can be told for a
    /// frame of a tree; all that no filter takes away for an empty path. Once the stacks were folded it costs a
    /// pass over the nodes.
    ///
    /// @param asked ids of stacks
    /// @param path from the root's child on
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes; what was found until then is kept
    public BitSet through(BitSet asked, List<Frame> path, BooleanSupplier cancelled) {
        int seen = 0;
        for (int stack = asked.nextSetBit(0); stack >= 0; stack = asked.nextSetBit(stack + 1)) {
            if (seen++ % SITES_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            end(stack);
        }
        BitSet through = new BitSet(asked.length());
        int node = branches.find(path);
        if (node == Branches.NONE) {
            return through;
        }
        BitSet below = branches.below(node);
        for (int stack = asked.nextSetBit(0); stack >= 0; stack = asked.nextSetBit(stack + 1)) {
            if (ends[stack] != Branches.ROOT && below.get(ends[stack])) {
                through.set(stack);
            }
        }
        return through;
    }

    /// What another tree of the same folding has where `node` stands in its own; 0 where it has nothing.
    ///
    /// @param root of the other tree
    public static double total(CallNode root, CallNode node) {
        return root instanceof GrownNode(GrownTree tree, int _)
                        && node instanceof GrownNode(GrownTree _, int number)
                        && number < tree.count()
                ? tree.total(number)
                : 0;
    }

    private int end(int stack) {
        if (stack >= ends.length) {
            int had = ends.length;
            ends = Arrays.copyOf(ends, Math.max(stack + 1, stacks.size()));
            Arrays.fill(ends, had, ends.length, UNKNOWN);
        }
        if (ends[stack] == UNKNOWN) {
            ends[stack] = branches.node(shaper.path(stacks.get(stack)));
        }
        return ends[stack];
    }
}
