package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import org.jspecify.annotations.Nullable;

/// All blocks that one line of code allocated through one binding: the stacks of a snapshot that share their
/// [dev.plimsoll.event.Stack#site()], summed.
///
/// @param binding name
/// @param frame the line a person would change, or null when no stack was recorded
/// @param frameTruncated whether the stack was cut before such a line came, so that `frame` is the outermost known
/// @param stack id of the commonest stack, by allocations; its key is the [#totals()]' key
/// @param stacks number of distinct stacks
/// @param totals sums over all of them
public record Site(
        String binding, @Nullable Frame frame, boolean frameTruncated, int stack, int stacks, StackTotals totals) {}
