package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import java.util.List;
import java.util.Optional;

/// What the picker shows.
///
/// @param loaded whether a list has come at all
/// @param attachable JVMs that pass the filter, in the order of the list
/// @param refused JVMs that cannot be attached and pass the filter
/// @param total number of JVMs before the filter
/// @param refusedTotal of those, how many cannot be attached
/// @param selected the JVM the card is about
/// @param advice about it
record AttachViewState(
        boolean loaded,
        List<Row> attachable,
        List<Row> refused,
        int total,
        int refusedTotal,
        Optional<JvmEntry> selected,
        List<Advice> advice) {

    /// @param gone whether it ended since the last list: shown once more, greyed
    /// @param age seconds since it started, -1 when unknown
    record Row(JvmEntry jvm, boolean gone, long age) {

        boolean available() {
            return jvm.attachable() && !gone;
        }
    }
}
