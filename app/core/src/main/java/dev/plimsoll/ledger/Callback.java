package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// One callback that native code can call, or could.
///
/// @param handle address of the stub
/// @param targetClass what it calls, `pkg.Class.method` where known
/// @param binding name
/// @param lifetime what ends it: the arena's kind, or the library's word
/// @param registered nanoseconds since the epoch
/// @param released nanoseconds since the epoch, 0 while live
/// @param ownerCollected nanoseconds since the epoch, 0 while its owner is reachable or unknown
/// @param invocations calls since registration, -1 when not counted
/// @param lastInvoked nanoseconds since the epoch, 0 when never or unknown
/// @param stack where it was registered
public record Callback(
        long handle,
        @Nullable String targetClass,
        String binding,
        String lifetime,
        long registered,
        long released,
        long ownerCollected,
        long invocations,
        long lastInvoked,
        int stack) {

    public boolean live() {
        return released == 0;
    }
}
