package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Sandwich;
import java.util.function.BooleanSupplier;

/// A method between its callers and what it calls, each laid out as a graph of its own. Immutable.
///
/// @param method every line of it counts
/// @param callers bottom-up; the method is the root's child
/// @param callees top-down; the method is the root's child
record SandwichAnswer(Frame method, Answer callers, Answer callees) {

    /// Any thread.
    static SandwichAnswer of(Answer.Asked asked, Frame method, BooleanSupplier cancelled) {
        Sandwich sandwich = Sandwich.of(
                asked.snapshot().stacks(),
                SiteValues.of(asked.snapshot(), asked.question(), cancelled),
                asked.question().shape(),
                method,
                cancelled);
        return new SandwichAnswer(
                method, Answer.whole(asked, sandwich.callers()), Answer.whole(asked, sandwich.callees()));
    }
}
