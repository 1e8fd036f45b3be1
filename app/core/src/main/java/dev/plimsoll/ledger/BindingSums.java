package dev.plimsoll.ledger;

/// One binding's account. Allocated figures and the number of frees are exact counters when the agent sent them.
///
/// @param binding name
/// @param allocatedBytes bytes since attach
/// @param allocations blocks since attach
/// @param frees blocks given back since attach
/// @param countersExact whether the three figures before are the agent's counters (else sums of recorded events)
/// @param liveBytes estimate
/// @param liveBlocks estimate
/// @param freedBytes estimate
public record BindingSums(
        String binding,
        long allocatedBytes,
        long allocations,
        long frees,
        boolean countersExact,
        Estimate liveBytes,
        Estimate liveBlocks,
        Estimate freedBytes) {}
