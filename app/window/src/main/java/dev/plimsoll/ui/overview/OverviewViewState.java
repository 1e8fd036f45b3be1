package dev.plimsoll.ui.overview;

import dev.plimsoll.finding.Finding;
import java.util.List;

/// What the overview shows.
///
/// @param headline first of all
/// @param book accounts over the range
/// @param limit bytes, -1 when none is known
/// @param fullCycles start times of full collections, nanoseconds since the epoch
/// @param findings gravest first
/// @param unseen what the figures leave out, sentences
record OverviewViewState(
        Headline headline,
        AccountBook book,
        long limit,
        List<Long> fullCycles,
        List<Finding> findings,
        List<String> unseen) {}
