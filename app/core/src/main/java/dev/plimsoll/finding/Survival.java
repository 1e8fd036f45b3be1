package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;

/// What of a line's blocks lives for ever, as far as one can see: the age after which hardly any dies, and from how
/// many epochs of birth the older ones come. A leak has survivors from nearly every epoch, a cache that was filled once
/// has them from its first ones, and what is merely long-lived has none beyond its life.
///
/// @param age in epochs, after which hardly any dies; 0 when hardly any dies at all
/// @param share of all blocks that outlive that age, by Kaplan and Meier
/// @param cohorts epochs older than that, from the first birth on
/// @param spread how many of them have survivors
/// @param expected how many would have, were the survivors spread evenly by chance
/// @param survivors recorded ones
/// @param shift of the middle of their births from the middle of the time, as a share of it: below 0 births slow down.
///     By the clock or the line's [OwnTime], whichever is later
/// @param shiftUntilNewest the same, of the time until the newest of them: a pause at the end says nothing of the pace
/// @param newest index of the newest epoch of birth that has survivors
/// @param bytes survivors older than that
/// @param blocks survivors older than that, an estimate
record Survival(
        int age,
        double share,
        int cohorts,
        int spread,
        double expected,
        long survivors,
        double shift,
        double shiftUntilNewest,
        int newest,
        Estimate bytes,
        double blocks) {

    private static final double FEW = 0.05;

    private static final double NEARLY_ALL = 0.8;
    private static final int FEW_SURVIVORS = 25;
    private static final int MANY_SURVIVORS = 40;

    /// So many expected deaths fail to come by chance once in twenty times.
    private static final double ENOUGH = 3;

    /// 95 % of the normal distribution lie below.
    private static final double ONE_SIDED = 1.64;

    /// Too little to tell a beginning from a leak, as a share of the time.
    private static final double SLOWER = -0.015;

    private static final double FASTER = 0.04;

    /// @param end only births in the epochs before it count
    /// @param ends of the epochs
    static Survival of(SiteHistory site, int end, long[] ends) {
        int first = 0;
        int[] born = site.cohorts().born();
        while (first < born.length - 1 && born[first] == 0) {
            first++;
        }
        return of(site, first, end, Longevity.ofMost(site), ends);
    }

    /// Of the births from epoch `first` on, with the age beyond which nearly none of the line ever died.
    ///
    /// @param longevity [Longevity#ofNearlyAll], which is the same for every `first`
    static Survival since(SiteHistory site, int first, long[] ends, Longevity longevity) {
        return of(site, first, ends.length, longevity, ends);
    }

    /// An age, and the share of all blocks of a line that outlives it.
    record Longevity(int age, double share) {

        /// Of the age after which hardly any block dies.
        static Longevity ofMost(SiteHistory site) {
            int[] alive = aliveByAge(site);
            return of(site, alive, plateau(site.cohorts().deaths(), alive));
        }

        /// Of the age beyond which nearly none ever died.
        static Longevity ofNearlyAll(SiteHistory site) {
            return of(site, aliveByAge(site), oldest(site.cohorts().deaths()));
        }

        private static Longevity of(SiteHistory site, int[] alive, int age) {
            double[] curve = KaplanMeier.curve(site.cohorts().deaths(), alive);
            return new Longevity(age, curve[Math.min(age, curve.length - 1)]);
        }
    }

    private static Survival of(SiteHistory site, int first, int end, Longevity longevity, long[] ends) {
        SiteHistory.Cohorts cohorts = site.cohorts();
        int now = cohorts.born().length - 1;
        int age = longevity.age();
        int last = Math.max(first, Math.min(end, now - age));
        int spread = 0;
        int newest = -1;
        long survivors = 0;
        double sum = 0;
        long begin = Math.max(site.firstBirth(), first == 0 ? 0 : ends[first - 1]);
        for (int birth = first; birth < last; birth++) {
            if (cohorts.alive()[birth] > 0) {
                spread++;
                newest = birth;
                survivors += cohorts.alive()[birth];
                double middle =
                        (Math.max(begin, birth == 0 ? 0 : ends[birth - 1]) + Math.min(ends[birth], site.lastBirth()))
                                / 2.0;
                sum += cohorts.alive()[birth] * (middle - begin);
            }
        }
        int epochs = last - first;
        double length = last == 0 ? 0 : ends[last - 1] - begin;
        double untilNewest = newest < 0 ? 0 : Math.min(ends[newest], site.lastBirth()) - begin;
        double shift = shift(sum, survivors, length);
        OwnTime own = OwnTime.since(site, first);
        double expected = epochs == 0 ? 0 : epochs * (1 - Math.pow(1 - 1.0 / epochs, survivors));
        return new Survival(
                age,
                longevity.share(),
                epochs,
                spread,
                expected,
                survivors,
                own.tells(last) ? Math.max(shift, own.shift(last)) : shift,
                shift(sum, survivors, untilNewest),
                newest,
                cohorts.bytesBefore(last),
                cohorts.blocksBefore(last));
    }

    private static double shift(double sum, long survivors, double length) {
        return survivors == 0 || length <= 0 ? 0 : sum / survivors / length - 0.5;
    }

    /// Whether births of survivors become rarer: what fills up does so.
    boolean slowsDown() {
        return slowsDown(shift, survivors);
    }

    static boolean slowsDown(double shift, double births) {
        return lateness(shift, births) < -1 && shift < SLOWER;
    }

    /// Whether births of survivors become more frequent: the program has not found its pace, and where that ends is
    /// open.
    boolean speedsUp() {
        return speedsUp(shiftUntilNewest, survivors);
    }

    static boolean speedsUp(double shift, double births) {
        return lateness(shift, births) > 2 && shift > FASTER;
    }

    /// In standard errors. Laplace's trend test (Cox and Lewis, The Statistical Analysis of Series of Events, 1966):
    /// the mean time of `m` events of a steady rate is the middle, give or take the length by the root of `12 m`.
    private static double lateness(double shift, double births) {
        return shift * Math.sqrt(12 * births);
    }

    /// The longest time in epochs without a survivor's birth between the first and the newest.
    static int longestGap(SiteHistory site, int first, int newest) {
        int longest = 0;
        int gap = 0;
        for (int birth = first; birth <= newest; birth++) {
            gap = site.cohorts().alive()[birth] > 0 ? 0 : gap + 1;
            longest = Math.max(longest, gap);
        }
        return longest;
    }

    private static int[] aliveByAge(SiteHistory site) {
        int now = site.cohorts().alive().length - 1;
        int[] alive = new int[now + 1];
        for (int birth = 0; birth <= now; birth++) {
            alive[now - birth] = site.cohorts().alive()[birth];
        }
        return alive;
    }

    /// The age that all but one in a hundred of those that died did not reach, 0 when none died.
    private static int oldest(int[] deaths) {
        long all = 0;
        for (int count : deaths) {
            all += count;
        }
        int age = deaths.length;
        long older = 0;
        while (age > 0 && older <= all / 100) {
            older += deaths[--age];
        }
        return all == 0 ? 0 : age + 1;
    }

    /// Whether survivors come from nearly every epoch; or, when they are many but rarer than the epochs, from
    /// as many as chance would spread them over. A few that come now and then may as well be a cache that
    /// fills.
    boolean everywhere() {
        boolean steady = survivors >= FEW_SURVIVORS && spread >= NEARLY_ALL * cohorts;
        boolean often = survivors >= MANY_SURVIVORS && spread >= NEARLY_ALL * expected;
        return cohorts >= 3 && (steady || often);
    }

    /// The smallest age after which two things hold. The cumulative hazard of Nelson and Aalen, the sum of
    /// deaths / at risk over the ages above it, is not significantly more than 5 %: one death among the last
    /// few at risk says little, and counts so. And blocks above it die at a tenth of the rate of those below or
    /// less, which enough of them are at risk to show; where no block ever died there is nothing to compare.
    private static int plateau(int[] deaths, int[] alive) {
        int oldest = alive.length - 1;
        long[] atRisk = new long[alive.length + 1];
        for (int age = oldest; age >= 0; age--) {
            atRisk[age] = atRisk[age + 1] + alive[age] + deaths[age];
        }
        double hazard = 0;
        double variance = 0;
        int flat = oldest;
        for (int age = oldest; age >= 1 && hazard - ONE_SIDED * Math.sqrt(variance) <= FEW; age--) {
            flat = age;
            if (atRisk[age] > 0) {
                hazard += deaths[age] / (double) atRisk[age];
                variance += deaths[age] / ((double) atRisk[age] * atRisk[age]);
            }
        }
        boolean allFlat = hazard - ONE_SIDED * Math.sqrt(variance) <= FEW;
        for (int age = allFlat ? 0 : flat; age < oldest; age++) {
            if (diesLessAbove(age, deaths, atRisk)) {
                return age;
            }
        }
        return oldest;
    }

    private static boolean diesLessAbove(int age, int[] deaths, long[] atRisk) {
        double[] died = new double[2];
        double[] exposure = new double[2];
        for (int at = 0; at < deaths.length; at++) {
            int side = at <= age ? 0 : 1;
            died[side] += deaths[at];
            exposure[side] += atRisk[at];
        }
        if (died[0] + died[1] == 0) {
            return true;
        }
        double expected = exposure[0] == 0 ? 0 : died[0] / exposure[0] * exposure[1];
        return expected >= ENOUGH && died[1] <= 0.1 * expected;
    }
}
