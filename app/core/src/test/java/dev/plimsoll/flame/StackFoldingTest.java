package dev.plimsoll.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.event.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From a frame of a tree back to the stacks that it is made of.
final class StackFoldingTest {

    private static final StackFilter NO_B = new StackFilter(StackFilter.Kind.REMOVE, "^b$");

    private record Visit(CallNode node, List<Frame> path) {}

    /// At each node of a tree of 1,777 random stacks the stacks through it have what the node has.
    @ParameterizedTest
    @EnumSource(TreeShape.Direction.class)
    void theStacksThroughANodeHaveItsValue(TreeShape.Direction direction) {
        Folded folded = random(1_777);
        StackFolding folding =
                new StackFolding(folded.stacks, TreeShape.LIVE.with(direction).plus(NO_B));
        BitSet all = all(folded);
        CallNode root = folding.tree(
                each -> folded.values.forEach(each::accept), TreeShape.Order.FIRST_APPEARANCE, () -> false);
        ArrayDeque<Visit> waiting = new ArrayDeque<>(List.of(new Visit(root, List.of())));
        int nodes = 0;
        while (!waiting.isEmpty()) {
            Visit visit = waiting.pop();
            nodes++;
            BitSet through = folding.through(all, visit.path, () -> false);
            double sum = folded.values.entrySet().stream()
                    .filter(site -> through.get(site.getKey().stack()))
                    .mapToDouble(site -> site.getValue())
                    .sum();
            assertEquals(visit.node.total(), sum, () -> "at " + visit.path);
            for (CallNode child : visit.node.children()) {
                List<Frame> path = new ArrayList<>(visit.path);
                path.add(child.frame());
                waiting.push(new Visit(child, path));
            }
        }
        assertEquals(root.size(), nodes);
    }

    @Test
    void aWayThatNoStackGoesHasNone() {
        Folded folded = Folded.of("main;render;alloc 7", "main;load 13");
        StackFolding folding = new StackFolding(folded.stacks, TreeShape.LIVE);
        List<Frame> mixed = List.of(Folded.frame("main"), Folded.frame("alloc"));
        List<Frame> unknown = List.of(Folded.frame("main"), Folded.frame("nowhere"));
        assertEquals(new BitSet(), folding.through(all(folded), mixed, () -> false));
        assertEquals(new BitSet(), folding.through(all(folded), unknown, () -> false));
    }

    @Test
    void onlyStacksThatWereAskedForCome() {
        Folded folded = Folded.of("main;a 1", "main;b 2", "main;c 3");
        StackFolding folding = new StackFolding(folded.stacks, TreeShape.LIVE);
        BitSet asked = new BitSet();
        asked.set(2);
        assertEquals(asked, folding.through(asked, List.of(Folded.frame("main")), () -> false));
    }

    @Test
    void stopsWhenItIsNoLongerWanted() {
        Folded folded = random(601);
        StackFolding folding = new StackFolding(folded.stacks, TreeShape.LIVE);
        assertThrows(CancellationException.class, () -> folding.through(all(folded), List.of(), () -> true));
    }

    private static BitSet all(Folded folded) {
        BitSet all = new BitSet();
        all.set(1, folded.stacks.size());
        return all;
    }

    private static Folded random(int stacks) {
        Random random = new Random(11);
        Folded folded = new Folded();
        for (int i = 0; i < stacks; i++) {
            StringBuilder line = new StringBuilder(random.nextInt(9) == 0 ? "...;" : "");
            int depth = 1 + random.nextInt(13);
            for (int level = 0; level < depth; level++) {
                line.append(level == 0 ? "" : ";").append((char) ('a' + random.nextInt(5)));
            }
            folded.add((i % 3 == 0 ? "ffm|" : "") + line + " " + (1 + random.nextInt(97)));
        }
        return folded;
    }
}
