package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// One recorded live block, read out of a snapshot's columns.
///
/// @param row position in the snapshot's block table
/// @param address base address
/// @param bytes size the caller asked for
/// @param weight number of blocks it stands for, at least 1; or 0: followed to see whether it stays
/// @param binding name
/// @param kind what the binding calls it, for example `confined`
/// @param ownerClass class of the Java object whose death should free it, or null when none is known
/// @param allocated nanoseconds since the epoch
/// @param ownerCollected nanoseconds since the epoch, 0 while the owner is reachable or unknown
/// @param stack id in the session's stack table
public record Block(
        int row,
        long address,
        long bytes,
        double weight,
        String binding,
        String kind,
        @Nullable String ownerClass,
        long allocated,
        long ownerCollected,
        int stack) {}
