package dev.plimsoll.ui.kit;

import dev.plimsoll.flame.Difference;
import dev.plimsoll.ui.Token;
import java.util.List;

/// The colours of a difference, the same in both themes. Any thread.
public final class DiffFill {

    /// From less to more, for the legend.
    public static final List<Difference> STEPS = List.of(Difference.values());

    private DiffFill() {}

    public static Token fill(Difference difference) {
        return switch (difference) {
            case LESS_3 -> Token.DIFF_LESS_3;
            case LESS_2 -> Token.DIFF_LESS_2;
            case LESS_1 -> Token.DIFF_LESS_1;
            case SAME -> Token.DIFF_SAME;
            case MORE_1 -> Token.DIFF_MORE_1;
            case MORE_2 -> Token.DIFF_MORE_2;
            case MORE_3 -> Token.DIFF_MORE_3;
        };
    }

    /// White on the two ends.
    public static Token ink(Difference difference) {
        return difference == Difference.LESS_3 || difference == Difference.MORE_3
                ? Token.DIFF_TEXT_END
                : Token.DIFF_TEXT;
    }
}
