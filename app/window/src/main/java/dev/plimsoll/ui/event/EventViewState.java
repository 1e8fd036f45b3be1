package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page shows. Replaced, never edited. Holds tables: compare by identity.
///
/// @param types of the recording, most events first
/// @param type the chosen one, or null
/// @param rows all its events that are kept, or null while they are read
/// @param index which are shown, and in which order
/// @param wanted what is asked for; the index may still answer what was asked before
/// @param chart of the chosen field, or null when there is no numeric one
/// @param chartField name of the chosen field, or the empty string
/// @param selected row, or -1
/// @param reading share that was read, 0..1, or negative when nothing is being read
/// @param failure why nothing is shown, or the empty string
/// @param live whether they come from a live target, and not from a file
record EventViewState(
        List<RawType> types,
        @Nullable RawType type,
        @Nullable RawRows rows,
        EventIndex index,
        EventIndex.Wanted wanted,
        @Nullable FieldChart chart,
        String chartField,
        int selected,
        double reading,
        String failure,
        boolean live) {}
