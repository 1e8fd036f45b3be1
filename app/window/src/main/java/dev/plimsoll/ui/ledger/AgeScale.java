package dev.plimsoll.ui.ledger;

/// 64 classes of ages in GC cycles: exact below 32, then four to each doubling, so that a median over a million blocks
/// needs 256 bytes a site and is never off by more than a fifth.
final class AgeScale {

    static final int CLASSES = 64;

    private static final int EXACT = 32;
    private static final int EXACT_BITS = 5;

    private AgeScale() {}

    static int classOf(int age) {
        if (age < EXACT) {
            return age;
        }
        int octave = 31 - Integer.numberOfLeadingZeros(age) - EXACT_BITS;
        int quarter = age >>> (octave + EXACT_BITS - 2) & 3;
        return Math.min(CLASSES - 1, EXACT + octave * 4 + quarter);
    }

    /// The youngest age of a class.
    static int age(int ageClass) {
        if (ageClass < EXACT) {
            return ageClass;
        }
        int octave = (ageClass - EXACT) / 4;
        int quarter = (ageClass - EXACT) % 4;
        return (4 + quarter) << (octave + EXACT_BITS - 2);
    }
}
