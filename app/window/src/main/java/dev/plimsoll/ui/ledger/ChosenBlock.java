package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ui.kit.Identity;
import org.jspecify.annotations.Nullable;

/// The block that is looked at, from one answer to the next. It stays when it is freed. One thread.
final class ChosenBlock {

    private @Nullable Block block;
    private @Nullable Block placed;
    private int place = -1;
    private @Nullable Ending ending;

    @Nullable
    Block get() {
        return block;
    }

    /// Null while it is live.
    @Nullable
    Ending ending() {
        return ending;
    }

    /// Among the rows, -1 when it is not there; [AllocationsViewState#UNKNOWN] when no answer told yet. Without a walk
    /// over the rows.
    int place() {
        return block != null && placed != null && placed.address() == block.address()
                ? place
                : AllocationsViewState.UNKNOWN;
    }

    /// The next answer chooses its first block.
    void drop() {
        block = null;
    }

    void choose(@Nullable Block other) {
        block = other;
        ending = null;
    }

    boolean is(@Nullable Block other) {
        return other != null && block != null && other.address() == block.address();
    }

    /// It may have learnt that its owner died, or may be gone; without one the first is chosen.
    ///
    /// @param asked the block that was chosen when the answer was asked for
    void follow(BlockAnswer made, @Nullable Block asked) {
        if (!Identity.same(block, asked)) {
            placed = null;
            return;
        }
        BlockIndex index = made.index();
        if (made.chosen() >= 0) {
            place = made.chosen();
            block = index.block(place);
        } else if (asked == null) {
            place = index.size() > 0 ? 0 : -1;
            block = place == 0 ? index.block(0) : null;
        } else {
            place = -1;
        }
        placed = block;
        ending = Ending.better(ending, made.ending());
    }
}
