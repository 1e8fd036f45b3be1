package dev.plimsoll.ui.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// A part of a command's title: either typed or not.
record Piece(String letters, boolean typed) {

    /// The pieces of a title, in order; each typed word counts where it stands first, in either case.
    static List<Piece> of(String title, String typed) {
        String lower = title.toLowerCase(Locale.ROOT);
        BitSet marked = new BitSet();
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            int at = word.isEmpty() || lower.length() != title.length() ? -1 : lower.indexOf(word);
            if (at >= 0) {
                marked.set(at, at + word.length());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < title.length()) {
            boolean here = marked.get(from);
            int end = here ? marked.nextClearBit(from) : marked.nextSetBit(from);
            int to = end < 0 ? title.length() : end;
            pieces.add(new Piece(title.substring(from, to), here));
            from = to;
        }
        return pieces;
    }
}
