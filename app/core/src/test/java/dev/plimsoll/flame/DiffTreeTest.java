package dev.plimsoll.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.SiteKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// Trees as text: `label after difference step`, `new` behind what the first state has not.
class DiffTreeTest {

    private static final TreeShape WHOLE = TreeShape.LIVE.hidingBindingInternals(false);

    @Test
    void asWideAsTheSecondWithTheFirstInTheColours() {
        DiffTree tree = diff(
                Folded.of("run;draw;upload:214 412", "run;draw;grow:188 44", "run;decode:140 152", "run;map:31 96"),
                Folded.of(
                        "run;draw;upload:214 24",
                        "run;draw;acquire:38 40",
                        "run;draw;grow:188 44",
                        "run;decode:140 188",
                        "run;map:31 96"));
        assertEquals("""
                all 392 -312 LESS_2
                  run 392 -312 LESS_2
                    draw 108 -348 LESS_3
                      upload 24 -388 LESS_3
                      acquire 40 +40 MORE_3 new
                      grow 44 +0 SAME
                    decode 188 +36 MORE_2
                    map 96 +0 SAME
                """, print(tree));
    }

    @Test
    void swappingShowsWhatOnlyTheOtherHas() {
        Folded a = Folded.of("run;old 7", "run;both 11");
        Folded b = Folded.of("run;both 11", "run;fresh 13");
        assertEquals("""
                all 24 +6 MORE_2
                  run 24 +6 MORE_2
                    both 11 +0 SAME
                    fresh 13 +13 MORE_3 new
                """, print(diff(a, b)));
        assertEquals("""
                all 18 -6 LESS_2
                  run 18 -6 LESS_2
                    old 7 +7 MORE_3 new
                    both 11 +0 SAME
                """, print(diff(b, a)));
    }

    @Test
    void framesAreMatchedByMethodAlthoughLinesMoved() {
        DiffTree tree = diff(
                Folded.of("app.Main.main:10;app.Cache.put:88 100"), Folded.of("app.Main.main:12;app.Cache.put:91 104"));
        assertEquals("""
                all 104 +4 SAME
                  app.Main.main 104 +4 SAME
                    app.Cache.put 104 +4 SAME
                """, print(tree));
    }

    @Test
    void aChangeInsideItsErrorIsTheSame() {
        // 1.96 * sqrt(1600 + 2000) = 117.6
        Change inside = new Change(new Estimate(500, 1600), new Estimate(617, 2000));
        Change outside = new Change(new Estimate(500, 1600), new Estimate(618, 2000));
        assertEquals(117.6, inside.margin(), 1e-9);
        assertEquals(Difference.SAME, Difference.of(inside));
        assertEquals(Difference.MORE_2, Difference.of(outside));
        Frame frame = Folded.frame("app.Main.main:3");
        DiffTree tree = DiffTree.of(side(frame, inside.before()), side(frame, inside.after()), WHOLE, () -> false);
        CallNode main = tree.root().children().getFirst();
        assertEquals(inside, tree.change(main), "variances add up over a frame as bytes do");
    }

    @Test
    void stepsAtFiveTwentyAndFiftyPercent() {
        double[] shares = {-1, -0.5, -0.49, -0.2, -0.19, -0.05, -0.04, 0, 0.04, 0.05, 0.19, 0.2, 0.49, 0.5, 9};
        Difference[] steps = {
            Difference.LESS_3, Difference.LESS_3, Difference.LESS_2, Difference.LESS_2, Difference.LESS_1,
            Difference.LESS_1, Difference.SAME, Difference.SAME, Difference.SAME, Difference.MORE_1,
            Difference.MORE_1, Difference.MORE_2, Difference.MORE_2, Difference.MORE_3, Difference.MORE_3
        };
        for (int i = 0; i < shares.length; i++) {
            Change change = new Change(new Estimate(1000, 0), new Estimate(1000 + Math.rint(1000 * shares[i]), 0));
            assertEquals(steps[i], Difference.of(change), shares[i] + "");
        }
        assertEquals(Difference.MORE_3, Difference.of(new Change(Estimate.ZERO, new Estimate(1, 0))), "new");
    }

    @Test
    void scaledSidesAreComparedAsIfEquallyLong() {
        DiffTree.Side a = side(Folded.of("run;put 100"));
        DiffTree.Side b = side(Folded.of("run;put 50"));
        assertEquals("""
                all 100 +0 SAME
                  run 100 +0 SAME
                    put 100 +0 SAME
                """, print(DiffTree.of(a, b.times(2), WHOLE, () -> false)));
        assertEquals(new Estimate(6, 36), new Estimate(2, 4).times(3), "a variance grows with the square");
    }

    @Test
    void filtersHoldForBothStates() {
        TreeShape only = WHOLE.plus(new StackFilter(StackFilter.Kind.KEEP, "draw"));
        DiffTree tree = DiffTree.of(
                side(Folded.of("run;draw 5", "run;decode 70")),
                side(Folded.of("run;draw 7", "run;decode 11")),
                only,
                () -> false);
        assertEquals("""
                all 7 +2 MORE_2
                  run 7 +2 MORE_2
                    draw 7 +2 MORE_2
                """, print(tree));
    }

    @Test
    void growsBeyondItsFirstColumnsAndCanBeStopped() {
        Folded a = new Folded();
        Folded b = new Folded();
        for (int i = 0; i < 3_000; i++) {
            a.add("run;m" + i + " " + (i + 1));
            b.add("run;m" + i + " " + (2 * i + 2));
        }
        DiffTree tree = diff(a, b);
        assertEquals(3_000 * 3_001 / 2, tree.change(tree.root()).difference());
        assertEquals(3_000, tree.root().children().getFirst().children().size());
        assertThrows(CancellationException.class, () -> DiffTree.of(side(a), side(b), WHOLE, () -> true));
        assertTrue(tree.root().size() == 3_002, "as many frames as there are");
    }

    private static DiffTree diff(Folded a, Folded b) {
        return DiffTree.of(side(a), side(b), WHOLE, () -> false);
    }

    private static DiffTree.Side side(Folded folded) {
        Map<SiteKey, Estimate> values = new LinkedHashMap<>();
        folded.values.forEach((key, value) -> values.put(key, new Estimate(value, 0)));
        return new DiffTree.Side(folded.stacks, values);
    }

    private static DiffTree.Side side(Frame frame, Estimate value) {
        Folded folded = new Folded();
        return new DiffTree.Side(
                folded.stacks, Map.of(new SiteKey("ffm", folded.stacks.intern(List.of(frame), false)), value));
    }

    private static String print(DiffTree tree) {
        StringBuilder text = new StringBuilder();
        print(tree, tree.root(), 0, text);
        return text.toString();
    }

    private static void print(DiffTree tree, CallNode node, int level, StringBuilder text) {
        Frame frame = node.frame();
        Change change = tree.change(node);
        text.append("  ".repeat(level)).append(frame == null ? "all" : frame.label());
        text.append(' ').append((long) node.total());
        text.append(' ').append(String.format("%+d", (long) change.difference()));
        text.append(' ').append(Difference.of(change)).append(tree.isNew(node) ? " new" : "");
        text.append('\n');
        node.children().forEach(child -> print(tree, child, level + 1, text));
    }
}
