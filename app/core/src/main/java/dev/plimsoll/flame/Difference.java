package dev.plimsoll.flame;

import dev.plimsoll.ledger.Change;

/// How much a frame changed, in seven steps that a person can tell apart by colour.
public enum Difference {
    /// By at least a half.
    LESS_3,
    /// By at least a fifth.
    LESS_2,
    /// By at least a twentieth.
    LESS_1,
    /// By less than a twentieth, or within the error.
    SAME,
    MORE_1,
    MORE_2,
    MORE_3;

    private static final double SLIGHT = 0.05;
    private static final double CLEAR = 0.2;
    private static final double STRONG = 0.5;

    public static Difference of(Change change) {
        double share = change.share();
        double size = Math.abs(share);
        if (!change.differs() || size < SLIGHT) {
            return SAME;
        }
        int steps = size >= STRONG ? 3 : size >= CLEAR ? 2 : 1;
        return values()[SAME.ordinal() + (share > 0 ? steps : -steps)];
    }
}
