package dev.plimsoll.jfr.probe.v1;

/** Which blocks of one thread are sampled, and of which the stack is taken. Only its thread calls it. */
abstract class Draws {

    /** In multiples of R. */
    private static final double ALWAYS = 4.6;

    /** What {@link #sample} says of a block that is followed for company. */
    static final double COMPANION = -1;

    /**
     * Multiples of R to where {@link #sample} has to look closer: the end of the drawn distance, or {@link #ALWAYS} when that
     * is farther, so that a larger block gets there whatever is left; 0 while blocks are taken for company.
     */
    private double countdown;

    /** Multiples of R from there to the end of the drawn distance. */
    private double beyond;

    /** How many of the next blocks are taken for company. */
    private int company;

    /** As {@link #countdown}, to the next stack where every block is recorded. */
    private double stackCountdown;

    private long random;

    /** @param seed any number: those that are near each other do not draw alike */
    Draws(long seed) {
        reseed(seed);
    }

    /**
     * Decides whether a block is sampled: p = 1 - exp(-s/R), by a countdown in multiples of R with exponential draws of mean
     * 1, so that R may differ from block to block and change at any time. Blocks above 4.6 R are always taken and leave the
     * countdown alone (p is above 0.99 there and counts as 1).
     *
     * @param size of the block in bytes; 0 counts as 1
     * @param rate 1/R in 1/bytes, infinite for every block
     * @return 1/p when the block is sampled, {@link #COMPANION} when it is followed with one that was, else 0
     */
    @Inlined
    double sample(long size, double rate) {
        double units = (size == 0 ? 1 : size) * rate;
        double left = countdown - units;
        if (left > 0) {
            countdown = left;
            return 0;
        }
        return sampleAtEnd(units);
    }

    private double sampleAtEnd(double units) {
        if (units > ALWAYS) {
            return 1;
        }
        double distance = countdown + beyond - units;
        if (distance > 0) {
            boolean accompanies = company > 0;
            company -= accompanies ? 1 : 0;
            measure(distance);
            return accompanies ? COMPANION : 0;
        }
        distance = draw();
        company = Probe.PACE.company();
        measure(distance);
        return -1 / Math.expm1(-units);
    }

    private void measure(double distance) {
        countdown = company > 0 ? 0 : Math.min(distance, ALWAYS);
        beyond = distance - countdown;
    }

    /**
     * Decides whether a block that is recorded anyway has its stack taken. As {@link #sample}, by a countdown of its own.
     *
     * @return 1/p when it has, else 0
     */
    double sampleStack(long size, double rate) {
        double units = (size == 0 ? 1 : size) * rate;
        if (units > ALWAYS) {
            return 1;
        }
        stackCountdown -= units;
        if (stackCountdown > 0) {
            return 0;
        }
        stackCountdown = draw();
        return -1 / Math.expm1(-units);
    }

    /** Exponential with mean 1; the uniform number is xorshift64's (Marsaglia 2003). */
    private double draw() {
        long x = random;
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
        random = x;
        return -Math.log(((x >>> 11) + 1) * 0x1.0p-53);
    }

    /** Starts the draws of this thread anew: for tests that must come out the same each time. */
    final void reseed(long seed) {
        random = scrambled(seed);
        company = 0;
        measure(draw());
        stackCountdown = draw();
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): seeds that are near each other must not draw alike. */
    private static long scrambled(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return z == 0 ? 1 : z;
    }
}
