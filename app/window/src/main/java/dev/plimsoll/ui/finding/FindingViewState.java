package dev.plimsoll.ui.finding;

import dev.plimsoll.event.Stack;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Suppressions.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the findings page shows.
///
/// @param list what stands at the left
/// @param open the item that is open
/// @param openStack its stack
/// @param figures what is known of its size, one sentence
/// @param summary the session's sentence, for when there is nothing
/// @param looked what the rules looked at
/// @param sampled whether a target is live that could record more blocks of the open finding's line
record FindingViewState(
        Listed list,
        Optional<Item> open,
        Optional<Stack> openStack,
        String figures,
        String summary,
        String looked,
        boolean sampled) {

    /// The list and what it was chosen from.
    ///
    /// @param shelf which findings it has
    /// @param items in the order in which they stand, without those that are filtered out
    /// @param open how many are not suppressed
    /// @param suppressed how many are
    /// @param severities of the findings of the shelf, gravest first
    /// @param hidden severities that are filtered out
    record Listed(
            Shelf shelf, List<Item> items, int open, int suppressed, List<Severity> severities, Set<Severity> hidden) {

        static final Listed EMPTY = new Listed(Shelf.OPEN, List.of(), 0, 0, List.of(), Set.of());

        /// Findings of the shelf that the filter hides.
        int filteredOut() {
            return (shelf == Shelf.OPEN ? open : suppressed) - items.size();
        }
    }

    /// @param finding what it is
    /// @param isNew not yet looked at
    /// @param isOpen the one on the right
    /// @param entry why it is suppressed, empty when it is not
    record Item(Finding finding, boolean isNew, boolean isOpen, Optional<Entry> entry) {}
}
