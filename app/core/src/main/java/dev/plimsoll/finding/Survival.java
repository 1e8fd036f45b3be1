package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteHistory;

/// What of a line's blocks lives for ever, as far as one can see: the age after which hardly any dies, and from
/// how many
/// epochs of birth the older ones come. A leak has survivors from nearly every epoch, a cache that was filled
/// once has them from its first ones, and what is merely long-lived has none beyond its life.
///
/// @param age in epochs, after which hardly any dies; 0 when hardly any dies at all
/// @param share of all blocks that outlive that age, by Kaplan and Meier
/// @param cohorts epochs older than that, from the first birth on
/// @param spread how many of them have survivors
/// @param expected how many would have, were the survivors spread evenly by chance
/// @param survivors recorded ones
/// @param lateness whether they were born early or late, in standard errors: below 0 their births slow down.
/// The trend test of Laplace (Cox and Lewis, The Statistical Analysis of Series of Events, 1966): the mean time
///     of m events of a steady rate lies in the middle of the time, give or take its length / sqrt(12 m)
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
        double lateness,
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

    /// @param end only births in the epochs before it count
    /// @param ends of the epochs
    static Survival of(SiteHistory site, int end, long[] ends) {
        SiteHistory.Cohorts cohorts = site.cohorts();
        int now = cohorts.born().length - 1;
        int[] alive = new int[now + 1];
        for (int birth = 0; birth <= now; birth++) {
            alive[now - birth] = cohorts.alive()[birth];
        }
        int age = plateau(cohorts.deaths(), alive);
        double[] curve = KaplanMeier.curve(cohorts.deaths(), alive);
        int last = Math.max(0, Math.min(end, now - age));
        int first = 0;
        while (first < last && cohorts.born()[first] == 0) {
            first++;
        }
        int spread = 0;
        int newest = -1;
        long survivors = 0;
        double sum = 0;
        long begin = site.firstBirth();
        for (int birth = first; birth < last; birth++) {
            if (cohorts.alive()[birth] > 0) {
                spread++;
                newest = birth;
                survivors += cohorts.alive()[birth];
                double middle = (Math.max(begin, birth == 0 ? 0 : ends[birth - 1]) + ends[birth]) / 2.0;
                sum += cohorts.alive()[birth] * (middle - begin);
            }
        }
        int epochs = last - first;
        double length = last == 0 ? 0 : ends[last - 1] - begin;
        double lateness =
                survivors == 0 || length <= 0 ? 0 : (sum / survivors / length - 0.5) * Math.sqrt(12.0 * survivors);
        double expected = epochs == 0 ? 0 : epochs * (1 - Math.pow(1 - 1.0 / epochs, survivors));
        return new Survival(
                age,
                curve[Math.min(age, now)],
                epochs,
                spread,
                expected,
                survivors,
                lateness,
                newest,
                cohorts.bytesBefore(last),
                cohorts.blocksBefore(last));
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
