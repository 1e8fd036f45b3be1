package dev.plimsoll.event;

import org.jspecify.annotations.Nullable;

/// What many blocks have in common. Blocks of one [BlockLabels] with equal words share one instance.
///
/// @param id from 0, dense, so that a reader may keep what it knows of a label in an array
/// @param binding name of the binding
/// @param kind what the binding calls it
/// @param ownerClass class of the Java object whose death should free the block, or null when none is known
/// @param everyBlock as in [NativeEvent.Allocation]
public record BlockLabel(
        int id, String binding, String kind, @Nullable String ownerClass, boolean everyBlock) {

    public BlockLabel(int id, String binding, String kind, @Nullable String ownerClass) {
        this(id, binding, kind, ownerClass, false);
    }
}
