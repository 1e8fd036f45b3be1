package dev.plimsoll.ui.overview;

import dev.plimsoll.timeline.Series;

/// One row of the account book. Bytes.
///
/// @param name of a binding, or `heap`, `metaspace`, `code`, `unexplained`
/// @param now at the end of the range
/// @param change since its start
/// @param perMinute change per minute of the range
/// @param share of RSS in 0..1, NaN when RSS is unknown
/// @param how how the figure is known
/// @param series over time
/// @param binding whether its sites can be looked at
record Account(
        String name,
        double now,
        double change,
        double perMinute,
        double share,
        String how,
        Series series,
        boolean binding) {}
