package dev.plimsoll.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What two states have in common. Figures of two moments of one recording are partly made of the same blocks, and err
/// together as far as they are: their covariance is the variance of the sum over the blocks that are in both. For all
/// else it is 0. Immutable; any thread.
public final class Overlap {

    /// Two states without a common block.
    private static final Overlap NONE = new Overlap(false, Map.of(), Map.of());

    /// Of sums over the blocks that are live at both moments.
    ///
    /// @param bytes of live bytes
    /// @param blocks of the number of live blocks
    public record Variances(double bytes, double blocks) {

        public static final Variances NONE = new Variances(0, 0);

        public Variances plus(Variances other) {
            return new Variances(bytes + other.bytes, blocks + other.blocks);
        }
    }

    private final boolean same;
    private final Map<SiteKey, Variances> stacks;
    private final Map<String, Variances> bindings;

    private Overlap(boolean same, Map<SiteKey, Variances> stacks, Map<String, Variances> bindings) {
        this.same = same;
        this.stacks = stacks;
        this.bindings = bindings;
    }

    /// Of two states in any order; nothing in common unless both were told by one recording's [Past]. The cost follows
    /// the number of blocks until the earlier one.
    ///
    /// @throws CancellationException when `cancelled` said yes
    public static Overlap of(LedgerSnapshot one, LedgerSnapshot other, BooleanSupplier cancelled) {
        if (!(one.blocks() instanceof LoggedBlocks a)
                || !(other.blocks() instanceof LoggedBlocks b)
                || !a.view().sharesRowsWith(b.view())) {
            return NONE;
        }
        LoggedBlocks earlier = a.moment() <= b.moment() ? a : b;
        LogView view = earlier.view();
        PairSums both = view.livingThrough(earlier.moment(), Math.max(a.moment(), b.moment()), cancelled);
        Map<SiteKey, Variances> stacks = new HashMap<>();
        Map<String, Variances> bindings = new HashMap<>();
        for (int pair = 0; pair < view.pairs(); pair++) {
            if (!both.isEmpty(pair)) {
                Variances variances = new Variances(
                        both.bytes(pair).variance(), both.blocks(pair).variance());
                stacks.merge(view.keys()[view.pairSites()[pair]], variances, Variances::plus);
                PagedBlocks.Traits sort = view.traits()[view.pairTraits()[pair]];
                if (!sort.pooled() && !sort.everyBlock()) {
                    bindings.merge(sort.binding(), variances, Variances::plus);
                }
            }
        }
        return new Overlap(true, stacks, bindings);
    }

    /// Stacks with blocks that are live at both moments.
    public Set<SiteKey> stacks() {
        return stacks.keySet();
    }

    public Variances live(SiteKey key) {
        return stacks.getOrDefault(key, Variances.NONE);
    }

    /// Over the stacks of a binding; pooled blocks left out.
    public Variances binding(String binding) {
        return bindings.getOrDefault(binding, Variances.NONE);
    }

    /// Over all bindings.
    public Variances all() {
        return bindings.values().stream().reduce(Variances.NONE, Variances::plus);
    }

    /// The covariance of a figure that only grows: all that the earlier one counted is in the later.
    public double grown(Estimate one, Estimate other) {
        return same ? Math.min(one.variance(), other.variance()) : 0;
    }
}
