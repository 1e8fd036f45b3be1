package dev.plimsoll.ui.compare;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.kit.Search;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the page shows. Replaced, never edited. Holds trees: compare by identity.
///
/// @param a first recording
/// @param b second recording
/// @param answer on the screen, or null before there is one
/// @param question what is asked; differs from the answer's while work is under way
/// @param place path of the zoomed frame, empty for the whole graph
/// @param selected path of the selected frame, or null
/// @param row selected line of the table, or null
/// @param search what is looked for
/// @param newer whether a live B has gone on since it was taken
/// @param marks whether a range is set whose ends can be compared
record CompareViewState(
        Slot a,
        Slot b,
        @Nullable Answer answer,
        Question question,
        List<Frame> place,
        @Nullable List<Frame> selected,
        @Nullable SiteRow row,
        Search search,
        boolean newer,
        boolean marks) {

    /// The box of the selected frame, when it is drawn.
    Optional<FlameBox> selectedBox() {
        return selected == null || answer == null
                ? Optional.empty()
                : answer.boxes().find(selected);
    }
}
