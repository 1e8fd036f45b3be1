package dev.plimsoll.finding;

import java.util.ArrayList;
import java.util.List;

/// One line of evidence.
///
/// @param words a sentence with figures
/// @param door where it can be seen
/// @param course of the figure that it is about, over time from the left to the right, at most [#POINTS]; empty when
///     it has none
public record EvidenceLine(String words, Door door, List<Double> course) {

    static final int POINTS = 24;

    public EvidenceLine {
        course = List.copyOf(course);
    }

    /// A sentence that leads nowhere.
    public static EvidenceLine of(String words) {
        return new EvidenceLine(words, new Door.None(), List.of());
    }

    /// Sentences that lead nowhere.
    public static List<EvidenceLine> of(List<String> sentences) {
        return sentences.stream().map(EvidenceLine::of).toList();
    }

    /// The same sentence with the course of its figure: as many of `marks` as can be drawn, evenly spaced.
    EvidenceLine drawn(double[] marks) {
        if (marks.length < 2) {
            return this;
        }
        int points = Math.min(POINTS, marks.length);
        List<Double> some = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            some.add(marks[(int) ((long) point * (marks.length - 1) / (points - 1))]);
        }
        return new EvidenceLine(words, door, some);
    }

    /// The same sentence, seen there.
    public EvidenceLine at(Door where) {
        return new EvidenceLine(words, where, course);
    }
}
