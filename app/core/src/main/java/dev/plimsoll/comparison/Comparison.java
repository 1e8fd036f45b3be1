package dev.plimsoll.comparison;

import dev.plimsoll.ledger.Change;
import dev.plimsoll.session.Snapshot;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Two states side by side. Immutable; any thread.
///
/// @param before the baseline
/// @param after what is compared with it
/// @param scaling how `after`'s figures were brought to the size of `before`'s
/// @param live all live native bytes
/// @param bindings biggest change of live bytes first
/// @param sites biggest change of live bytes first, then of allocated bytes
/// @param callbacks biggest change first
/// @param findings those that came, then those that stayed, then those that went; each as in its report
/// @param summary what changed, in a few words
public record Comparison(
        Snapshot before,
        Snapshot after,
        Scaling scaling,
        Change live,
        List<BindingChange> bindings,
        List<SiteChange> sites,
        List<CallbackChange> callbacks,
        List<FindingChange> findings,
        String summary) {

    /// The cost follows the number of distinct stacks of both.
    ///
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes
    public static Comparison of(Snapshot before, Snapshot after, Scaling scaling, BooleanSupplier cancelled) {
        return new Comparer(before, after, scaling, cancelled).compare();
    }

    /// Sites of which what they hold changed by more than their error.
    public long differing() {
        return sites.stream().filter(site -> site.held().differs()).count();
    }

    /// Sites that are in the baseline only.
    public long gone() {
        return sites.stream().filter(SiteChange::isGone).count();
    }

    /// Nanoseconds from the baseline's first event to its last.
    public long lengthBefore() {
        return (long) Scaling.length(before);
    }

    /// Nanoseconds from the first event of the other to its last.
    public long lengthAfter() {
        return (long) Scaling.length(after);
    }
}
