package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import org.jspecify.annotations.Nullable;

/// All live callbacks that one line of code registered through one binding.
///
/// @param binding name
/// @param frame the line a person would change, or null when no stack was recorded
/// @param frameTruncated whether the stack was cut before such a line came
/// @param stack id of the commonest stack
/// @param targetClass what most of them call, or null when unknown
/// @param live number of live callbacks
/// @param invocations of the live ones since they were registered, -1 when none is counted
/// @param lastInvoked nanoseconds since the epoch, 0 when never or unknown
public record CallbackSite(
        String binding,
        @Nullable Frame frame,
        boolean frameTruncated,
        int stack,
        @Nullable String targetClass,
        long live,
        long invocations,
        long lastInvoked) {}
