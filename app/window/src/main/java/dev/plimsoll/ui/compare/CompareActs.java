package dev.plimsoll.ui.compare;

import java.nio.file.Path;

/// What a person can do with the two places.
interface CompareActs {

    /// Asks for a recording and puts it there.
    ///
    /// @param first the place A; else B
    void choose(boolean first);

    /// Puts a recording there.
    void open(boolean first, Path recording);

    /// Gives up what is being read for a place.
    void cancel(boolean first);

    /// The two ends of the range on the timeline.
    void marks();

    /// The newest of what is live.
    void refresh();
}
