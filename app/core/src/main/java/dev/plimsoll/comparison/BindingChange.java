package dev.plimsoll.comparison;

import dev.plimsoll.ledger.Change;

/// What changed of one binding.
///
/// @param binding name
/// @param liveBytes estimate
/// @param liveBlocks estimate
/// @param allocatedBytes since attach, exact where the agent sent its counters
/// @param allocations as `allocatedBytes`
public record BindingChange(
        String binding, Change liveBytes, Change liveBlocks, Change allocatedBytes, Change allocations) {}
