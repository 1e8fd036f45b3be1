package dev.plimsoll.session;

import java.util.ArrayList;
import java.util.List;

/// When marks are due, and those that were taken. At equal distances over the recording where its length is known
/// beforehand; otherwise the distance doubles when there are too many. One thread.
final class Marks {

    /// Marks of a recording whose length is known.
    private static final int WANTED = 64;

    /// Shortest distance, nanoseconds.
    private static final long SHORTEST = 100_000_000L;

    private final List<Mark> marks = new ArrayList<>();
    private long distance = SHORTEST;
    private long due = Long.MIN_VALUE;

    /// @param length of the recording in nanoseconds, 0 or less when unknown
    void expect(long length) {
        distance = Math.max(SHORTEST, length / WANTED);
    }

    /// Whether a mark is wanted before an event of this time is entered.
    boolean due(long time) {
        return time >= due;
    }

    /// Takes a mark before an event of `time` is entered.
    void add(Mark mark, long time) {
        marks.add(mark);
        if (marks.size() > 2 * WANTED) {
            distance *= 2;
            for (int i = marks.size() - 1; i >= 0; i -= 2) {
                marks.remove(i);
            }
        }
        due = time + distance;
    }

    /// In order of time.
    List<Mark> all() {
        return List.copyOf(marks);
    }
}
