package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import org.jspecify.annotations.Nullable;

/// Events that a flush tore from their partner. JFR flushes one thread's buffer after the other, so a free may come in
/// one flush and its allocation, which is older, in the next. Times tell: a free belongs to an allocation that is not
/// younger. Bounded; the oldest are forgotten. One thread.
final class Stragglers {

    /// A free whose allocation has not come.
    ///
    /// @param counted whether it was counted as an orphan
    record EarlyFree(long time, FreeCause cause, boolean counted) {}

    private final Recent<EarlyFree> frees = new Recent<>();
    private final Recent<BlockRow> lost = new Recent<>();

    void orphan(long address, EarlyFree free) {
        frees.put(address, free);
    }

    /// Whether a free of this address came without an allocation.
    boolean isEarly(long address) {
        return frees.get(address) != null;
    }

    /// The early free of a block that was allocated at `allocated`; it is forgotten.
    @Nullable
    EarlyFree freeOf(long address, long allocated) {
        EarlyFree free = frees.get(address);
        if (free == null || free.time() < allocated) {
            return null;
        }
        frees.remove(address);
        return free;
    }

    /// The block's address was given out again before its free came.
    void lost(long address, BlockRow block) {
        lost.put(address, block);
    }

    /// The lost block that a free at `freed` belongs to; it is forgotten.
    @Nullable
    BlockRow lostBefore(long address, long freed) {
        BlockRow block = lost.get(address);
        if (block == null || block.allocated > freed) {
            return null;
        }
        lost.remove(address);
        return block;
    }
}
