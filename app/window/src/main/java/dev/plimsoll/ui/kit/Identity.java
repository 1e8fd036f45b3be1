package dev.plimsoll.ui.kit;

import org.jspecify.annotations.Nullable;

/// Snapshots and their parts are immutable and large: whether something changed is asked by identity, never by content.
public final class Identity {

    private Identity() {}

    @SuppressWarnings("ReferenceEquality")
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }
}
