package dev.plimsoll.ui.ledger;

import org.jspecify.annotations.Nullable;

/// A class of owners that a person can choose.
///
/// @param className null for blocks without a known owner
record OwnerId(@Nullable String className) {}
