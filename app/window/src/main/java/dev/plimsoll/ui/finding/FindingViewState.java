package dev.plimsoll.ui.finding;

import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Finding;
import java.util.List;
import java.util.Optional;

/// What the findings page shows.
///
/// @param items the list, in the order in which they stand
/// @param open the finding that is open
/// @param openStack its stack
/// @param figures what is known of its size, one sentence
/// @param summary the session's sentence, for when there is nothing
/// @param looked what the rules looked at
/// @param sampled whether a target is live that could record more blocks of the open finding's line
record FindingViewState(
        List<Item> items,
        Optional<Finding> open,
        Optional<Stack> openStack,
        String figures,
        String summary,
        String looked,
        boolean sampled) {

    /// @param finding what it is
    /// @param isNew not yet looked at
    /// @param isOpen the one on the right
    record Item(Finding finding, boolean isNew, boolean isOpen) {}
}
