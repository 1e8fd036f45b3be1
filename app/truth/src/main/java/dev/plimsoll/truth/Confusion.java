package dev.plimsoll.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How often the answers were right.
record Confusion(List<Outcome> outcomes) {

    private int count(boolean healthy, boolean right) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.of().program().healthy() == healthy && outcome.right() == right)
                .count();
    }

    /// A table, precision, recall, and how long it took.
    String words() {
        int found = count(false, true);
        int missed = count(false, false);
        int alarmed = count(true, false);
        int quiet = count(true, true);
        double[] cycles = outcomes.stream()
                .filter(outcome -> outcome.cycles() >= 0)
                .mapToDouble(Outcome::cycles)
                .sorted()
                .toArray();
        double[] seconds = outcomes.stream()
                .filter(outcome -> outcome.cycles() >= 0)
                .mapToDouble(Outcome::seconds)
                .sorted()
                .toArray();
        long flashes = outcomes.stream()
                .filter(outcome ->
                        outcome.of().program().healthy() && !outcome.alarms().isEmpty())
                .count();
        return String.join(
                System.lineSeparator(),
                "                  said so    said otherwise",
                String.format(Locale.ROOT, "problem        %10d %17d", found, missed),
                String.format(Locale.ROOT, "healthy        %10d %17d", quiet, alarmed),
                "precision      " + new Wilson(found, found + alarmed),
                "recall         " + new Wilson(found, found + missed),
                "healthy programs that alarmed at some second on the way: " + flashes,
                "time to detect " + spread(cycles) + " GC cycles, " + spread(seconds) + " s");
    }

    private static String spread(double[] sorted) {
        if (sorted.length == 0) {
            return "no";
        }
        double[] shown = {sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]};
        return Arrays.stream(shown)
                .mapToObj(value -> String.format(Locale.ROOT, "%.0f", value))
                .reduce((a, b) -> a + " / " + b)
                .orElseThrow();
    }
}
