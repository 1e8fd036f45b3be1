package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.Search;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the page shows. Replaced, never edited. Holds trees: compare by identity.
///
/// @param answer tree, layout and matches that are on the screen
/// @param question what is asked; differs from the answer's while work is under way
/// @param place path of the zoomed frame, empty for the whole graph
/// @param selected path of the selected frame, or null
/// @param search what is looked for
/// @param rootOnTop icicle; else flame
/// @param twin canvas, table or sandwich
/// @param colour what fills mean
/// @param canGoBack whether the zoom history has an earlier place
/// @param canGoForward whether it has a later one
/// @param held newer data waits because the pointer rests on the graph
/// @param sandwich what the third twin shows, empty in the others
/// @param cycles GC cycles to choose from, newest first
record FlameViewState(
        Answer answer,
        Question question,
        List<Frame> place,
        @Nullable List<Frame> selected,
        Search search,
        boolean rootOnTop,
        Twin twin,
        ColourBy colour,
        boolean canGoBack,
        boolean canGoForward,
        boolean held,
        List<Cycle> cycles,
        Optional<SandwichAnswer> sandwich) {

    boolean asTree() {
        return twin == Twin.TREE;
    }

    /// One half of the sandwich as a graph of its own; nothing in it is selected.
    FlameViewState half(Answer half, boolean rootOnTop) {
        return new FlameViewState(
                half, question, List.of(), null, search, rootOnTop, twin, colour, false, false, held, cycles, sandwich);
    }

    /// The box of the selected frame, when it is drawn.
    Optional<FlameBox> selectedBox() {
        return selected == null ? Optional.empty() : answer.rows().find(selected);
    }

    /// Place of the selected frame among the drawn matches, from 1.
    OptionalInt matchNumber() {
        int index = selected == null ? -1 : answer.search().indexOf(selected);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    double total() {
        return answer.tree().total();
    }

    boolean empty() {
        return total() <= 0;
    }
}
