package dev.plimsoll.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.flame.DiffTree;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Overlap;
import dev.plimsoll.session.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two moments of one run of which every block is known: 1,000,003 bytes stay, 4,099 go between the two, 211 come.
class MarksTest {

    private static final String LINE = "app.Main.main:7;app.Cache.upload:214";
    private static final double STAYS = spread(1_000_003, 40);
    private static final double GOES = spread(4_099, 3);
    private static final double COMES = spread(211, 2.5);
    private static final double FLEETING = spread(31, 7);

    private final Run run = new Run();
    private long from;
    private long to;

    private static double spread(double bytes, double weight) {
        return bytes * bytes * weight * (weight - 1);
    }

    @BeforeEach
    void record() {
        run.allocate("ffm", LINE, 1_000_003, 40);
        long goes = run.allocate("ffm", LINE, 4_099, 3);
        run.free(run.allocate("ffm", LINE, 59, 9));
        from = run.time();
        run.free(run.allocate("ffm", LINE, 31, 7));
        run.free(goes);
        run.allocate("ffm", LINE, 211, 2.5);
        to = run.time();
        run.free(run.allocate("ffm", LINE, 7_919, 11));
    }

    private static void assertVariance(double variance, Change change) {
        assertEquals(1.96 * Math.sqrt(variance), change.margin(), 1e-3);
    }

    @Test
    void onlyBlocksThatAreLiveAtOneOfTheTwoCount() {
        Comparison comparison = Comparison.of(run.at(from), run.at(to), Scaling.NONE, () -> false);
        SiteChange site = comparison.sites().getFirst();
        for (Change live : new Change[] {
            comparison.live(), comparison.bindings().getFirst().liveBytes(), site.liveBytes()
        }) {
            assertEquals(211 * 2.5 - 4_099 * 3, live.difference(), 1e-6);
            assertVariance(GOES + COMES, live);
        }
        assertFalse(site.liveBytes().exact());
        assertVariance(3 * 2 + 2.5 * 1.5, site.liveBlocks());
        assertVariance(COMES + FLEETING, site.allocatedBytes());
        assertVariance(2.5 * 1.5 + 7 * 6, site.allocations());
        assertVariance(GOES + FLEETING, site.freedBytes());
    }

    @Test
    void theOtherWayRoundItIsAsWide() {
        Comparison comparison = Comparison.of(run.at(to), run.at(from), Scaling.NONE, () -> false);
        assertVariance(GOES + COMES, comparison.live());
        assertVariance(COMES + FLEETING, comparison.sites().getFirst().allocatedBytes());
    }

    @Test
    void whatWasMultipliedSharesLess() {
        Snapshot before = run.at(from);
        Snapshot after = run.at(to);
        double factor = Scaling.TOTAL.factor(before, after, Metric.LIVE_BYTES);
        assertTrue(factor > 1);
        Change live = Comparison.of(before, after, Scaling.TOTAL, () -> false)
                .sites()
                .getFirst()
                .liveBytes();
        assertVariance(GOES + factor * factor * COMES + (factor - 1) * (factor - 1) * STAYS, live);
    }

    @Test
    void everyFrameOfTheTreeHasTheSameInterval() {
        Snapshot before = run.at(from);
        Snapshot after = run.at(to);
        DiffTree.Side earlier = DiffTree.Side.of(before.stacks(), before.ledger(), Metric.LIVE_BYTES);
        DiffTree.Side later = DiffTree.Side.of(after.stacks(), after.ledger(), Metric.LIVE_BYTES);
        Overlap overlap = Overlap.of(before.ledger(), after.ledger(), () -> false);
        DiffTree tree = DiffTree.of(
                earlier,
                later,
                DiffTree.covariances(earlier, later, overlap, Metric.LIVE_BYTES, 1),
                TreeShape.LIVE,
                () -> false);
        assertTrue(tree.changes().size() > 2);
        tree.changes().values().forEach(change -> assertVariance(GOES + COMES, change));
    }

    @Test
    void nothingHappenedIsCertain() {
        Change same =
                Comparison.of(run.at(to), run.at(to), Scaling.NONE, () -> false).live();
        assertEquals(0, same.difference());
        assertVariance(0, same);
    }

    @Test
    void anotherRunHasNoBlockInCommon() {
        Run other = new Run();
        other.allocate("ffm", LINE, 1_000_003, 40);
        Change live = Comparison.of(run.at(from), other.at(other.time()), Scaling.NONE, () -> false)
                .live();
        assertVariance(2 * STAYS + GOES, live);
    }
}
