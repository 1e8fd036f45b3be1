package dev.plimsoll.ui.flame;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.flame.StackFolding;
import dev.plimsoll.flame.TreeShape;
import org.jspecify.annotations.Nullable;

/// The folding of the shape that was asked for last, since the next question is mostly the same with newer figures.
/// Used by the thread that answers, and by one at a time.
final class Foldings {

    private @Nullable StackFolding last;

    StackFolding of(StackTable stacks, TreeShape shape) {
        StackFolding known = last;
        if (known == null || !known.folds(stacks, shape)) {
            known = new StackFolding(stacks, shape);
            last = known;
        }
        return known;
    }
}
