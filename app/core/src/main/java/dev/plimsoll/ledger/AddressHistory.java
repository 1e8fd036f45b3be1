package dev.plimsoll.ledger;

import java.util.List;

/// The recorded blocks that held an address until the moment of a snapshot.
///
/// @param endsKnown whether blocks that ended are remembered, as in a recording; else only a live one can be told
/// @param count all of them
/// @param latest the last of them, oldest first, at most [#MOST]
public record AddressHistory(boolean endsKnown, int count, List<Life> latest) {

    /// Of one address at most so many blocks are kept here.
    public static final int MOST = 100;

    /// One block that lay there.
    ///
    /// @param ended nanoseconds since the epoch, 0 while it is live
    /// @param lost whether its free was never seen: the address was given out again at `ended`
    public record Life(Block block, long ended, boolean lost) {}

    /// Whether a block at `from` with that many bytes holds the address; one of no bytes holds its own.
    static boolean holds(long from, long bytes, long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address - from, Math.max(1, bytes)) < 0;
    }
}
