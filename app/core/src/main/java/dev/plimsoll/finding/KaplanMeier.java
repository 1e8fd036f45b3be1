package dev.plimsoll.finding;

/// Which share of the blocks lives longer than a given age, when many are still alive (Kaplan and Meier, JASA
/// 53, 1958):
/// S(a) is the product over the ages up to a of 1 - deaths / at risk.
public final class KaplanMeier {

    private KaplanMeier() {}

    /// @param deaths blocks that ended, by age
    /// @param alive blocks that live, by the age they have reached; at least as long as `deaths`
    /// @return share that outlives each age
    public static double[] curve(int[] deaths, int[] alive) {
        double[] curve = new double[alive.length];
        long atRisk = 0;
        for (int age = 0; age < alive.length; age++) {
            atRisk += alive[age] + deaths(deaths, age);
        }
        double survival = 1;
        for (int age = 0; age < alive.length; age++) {
            if (atRisk > 0) {
                survival *= 1 - deaths(deaths, age) / (double) atRisk;
            }
            curve[age] = survival;
            atRisk -= alive[age] + deaths(deaths, age);
        }
        return curve;
    }

    private static int deaths(int[] deaths, int age) {
        return age < deaths.length ? deaths[age] : 0;
    }
}
