package dev.plimsoll.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The known word that a person most likely meant. picocli's own suggestions compare pairs of letters and offer words
/// that only share one.
final class NearWord {

    /// Edits, from which on two words have nothing to do with each other.
    private static final int FAR = 3;

    private NearWord() {}

    /// @return the word of the fewest edits, at most two and fewer than half its letters; else the only word that
    /// begins
    ///     so; else null
    static @Nullable String to(String typed, Collection<String> known) {
        String nearest = null;
        int fewest = FAR;
        for (String word : known) {
            int edits = edits(typed, word);
            if (edits < fewest && edits * 2 < word.length()) {
                fewest = edits;
                nearest = word;
            }
        }
        if (nearest == null) {
            var begun = known.stream().filter(word -> word.startsWith(typed)).toList();
            nearest = begun.size() == 1 ? begun.getFirst() : null;
        }
        return nearest;
    }

    /// Letters to insert, remove or replace, or neighbours to swap, each counted once (optimal string alignment).
    private static int edits(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int k = 0; k <= to.length(); k++) {
                if (i == 0 || k == 0) {
                    table[i][k] = i + k;
                    continue;
                }
                int same = from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1;
                int least = Math.min(table[i - 1][k], table[i][k - 1]) + 1;
                least = Math.min(least, table[i - 1][k - 1] + same);
                if (i > 1
                        && k > 1
                        && from.charAt(i - 1) == to.charAt(k - 2)
                        && from.charAt(i - 2) == to.charAt(k - 1)) {
                    least = Math.min(least, table[i - 2][k - 2] + 1);
                }
                table[i][k] = least;
            }
        }
        return table[from.length()][to.length()];
    }
}
