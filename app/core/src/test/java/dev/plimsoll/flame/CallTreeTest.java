package dev.plimsoll.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.SiteKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CallTreeTest {

    private static final TreeShape PLAIN = TreeShape.LIVE.hidingBindingInternals(false);

    @Test
    void foldsStacksFromTheOutermostFrameInOrderOfFirstAppearance() {
        Folded folded = Folded.of("main;render;alloc 7", "main;load 13", "main;render;alloc;grow 5", "main;render 2");
        assertEquals("""
                all 27
                  main 27
                    render 14 self 2
                      alloc 12 self 7
                        grow 5 self 5
                    load 13 self 13
                """, Folded.print(folded.tree(PLAIN)));
    }

    @Test
    void putsTheLargestFirstWhenLeftHeavy() {
        Folded folded = Folded.of("main;a 1", "main;b 5", "main;c 5", "idle 100");
        assertEquals("""
                all 111
                  idle 100 self 100
                  main 11
                    b 5 self 5
                    c 5 self 5
                    a 1 self 1
                """, Folded.print(folded.tree(PLAIN.with(TreeShape.Order.LEFT_HEAVY))));
    }

    @Test
    void turnsUpsideDown() {
        Folded folded = Folded.of("main;render;alloc 7", "worker;alloc 3");
        assertEquals("""
                all 10
                  alloc 10
                    render 7
                      main 7 self 7
                    worker 3 self 3
                """, Folded.print(folded.tree(PLAIN.with(TreeShape.Direction.BOTTOM_UP))));
    }

    @Test
    void keepsOnlyTheCallThatCrossedTheBorder() {
        Folded folded = Folded.of(
                "main;java.util.ArrayList.forEach:4;app.Cache.put:9;java.nio.ByteBuffer.allocateDirect:3;"
                        + "java.nio.DirectByteBuffer.<init>:1;jdk.internal.misc.Unsafe.allocateMemory0 64",
                "java.lang.Thread.run:1;java.nio.ByteBuffer.allocateDirect:3 8",
                "app.Cache.direct:2 1");
        assertEquals("""
                all 73
                  main 64
                    java.util.ArrayList.forEach:4 64
                      app.Cache.put:9 64
                        java.nio.ByteBuffer.allocateDirect:3 64 self 64
                  java.lang.Thread.run:1 8
                    java.nio.ByteBuffer.allocateDirect:3 8 self 8
                  app.Cache.direct:2 1 self 1
                """, Folded.print(folded.tree(TreeShape.LIVE)));
    }

    @Test
    void collapsesDirectAndMutualRecursion() {
        Folded folded = Folded.of("main;fib:3;fib:5;fib:5;alloc 7", "main;even;odd;even;odd;alloc 3");
        assertEquals("""
                all 10
                  main 10
                    fib:3 7
                      alloc 7 self 7
                    even 3
                      odd 3
                        alloc 3 self 3
                """, Folded.print(folded.tree(PLAIN.collapsingRecursion(true))));
    }

    @Test
    void appliesFiltersInTheirOrder() {
        Folded folded = Folded.of("main;render;tile;alloc 7", "main;load;alloc 13", "main;render;text 5");
        StackFilter render = new StackFilter(StackFilter.Kind.KEEP, "rend.r");
        assertEquals(12, folded.tree(PLAIN.plus(render)).total());
        assertEquals(
                """
                all 12
                  render 12
                    alloc 7 self 7
                    text 5 self 5
                """,
                Folded.print(folded.tree(PLAIN.plus(new StackFilter(StackFilter.Kind.FOCUS, "render"))
                        .plus(new StackFilter(StackFilter.Kind.MERGE, "tile"))
                        .plus(new StackFilter(StackFilter.Kind.REMOVE, "load")))));
        assertEquals(
                13,
                folded.tree(PLAIN.plus(new StackFilter(StackFilter.Kind.REMOVE, "render")))
                        .total());
        assertThrows(PatternSyntaxException.class, () -> new StackFilter(StackFilter.Kind.KEEP, "("));
    }

    @Test
    void filtersOneMethodAndNotItsNamesakes() {
        Folded folded = Folded.of("app.A.get:1 1", "app.A.get:2 2", "app.A.getAll:1 4", "app.Ab.get:1 8");
        Frame get = Folded.frame("app.A.get:1");
        assertEquals(
                3,
                folded.tree(PLAIN.plus(StackFilter.method(StackFilter.Kind.KEEP, get)))
                        .total());
        assertEquals(
                1,
                folded.tree(PLAIN.plus(StackFilter.line(StackFilter.Kind.KEEP, get)))
                        .total());
        assertEquals(
                15,
                folded.tree(PLAIN.plus(StackFilter.packageOf(StackFilter.Kind.KEEP, get)))
                        .total());
    }

    @Test
    void saysWhereStacksAreMissingOrCut() {
        Folded folded = Folded.of("...;render;alloc 7", " 3");
        assertEquals("""
                all 10
                  [stack cut off] 7
                    render 7
                      alloc 7 self 7
                  [no stack recorded] 3 self 3
                """, Folded.print(folded.tree(PLAIN)));
    }

    @Test
    void namesTheBindingOnlyWhereThereIsOne() {
        CallNode root =
                Folded.of("ffm|main;a 1", "direct|main;b 2", "ffm|main;a;c 3").tree(PLAIN);
        CallNode main = root.children().getFirst();
        assertEquals("", root.binding());
        assertEquals("", main.binding());
        assertEquals("ffm", main.children().get(0).binding());
        assertEquals("direct", main.children().get(1).binding());
    }

    @Test
    void standsBetweenCallersAndCallees() {
        Folded folded = Folded.of("main;walk:1;walk:2;alloc 7", "load;walk:1;free 5", "main;other 100");
        Sandwich sandwich = Sandwich.of(folded.stacks, folded.values, PLAIN, Folded.frame("walk:2"), () -> false);
        assertEquals("""
                all 12
                  walk:1 12
                    main 7 self 7
                    load 5 self 5
                """, Folded.print(sandwich.callers()));
        assertEquals("""
                all 12
                  walk:1 12
                    walk:2 7
                      alloc 7 self 7
                    free 5 self 5
                """, Folded.print(sandwich.callees()));
    }

    @Test
    void stopsWhenItIsNoLongerWanted() {
        Folded folded = Folded.of("main 1");
        assertThrows(CancellationException.class, () -> CallTree.of(folded.stacks, folded.values, PLAIN, () -> true));
    }

    @Test
    void takesStacksOfTwoThousandFrames() {
        Folded folded = new Folded();
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            frames.add(Folded.frame("app.Deep.down:" + i));
        }
        folded.values.put(new SiteKey("ffm", folded.stacks.intern(frames, false)), 97.0);
        CallNode root = folded.tree(PLAIN);
        assertEquals(2_001, root.size());
        FlameLayoutResult layout = FlameLayout.of(root, List.of(), 0.001);
        assertEquals(2_001, layout.depth());
        List<Frame> path = layout.boxes().getLast().path();
        assertEquals(frames.reversed(), path);
        assertEquals(frames.reversed().hashCode(), path.hashCode());
        assertEquals(2_001, FlameLayout.of(root, path, 0.001).boxes().size());
    }

    @ParameterizedTest
    @EnumSource(TreeShape.Direction.class)
    void losesNothingWhateverTheStacks(TreeShape.Direction direction) {
        for (int seed = 0; seed < 50; seed++) {
            Folded folded = random(new Random(seed), 200);
            for (TreeShape.Order order : TreeShape.Order.values()) {
                TreeShape shape = TreeShape.LIVE.with(direction).with(order).collapsingRecursion(seed % 2 == 0);
                CallNode root = folded.tree(shape);
                assertEquals(folded.total(), root.total(), 1e-6, "seed " + seed);
                assertSumsUp(root);
            }
        }
    }

    private static void assertSumsUp(CallNode root) {
        ArrayDeque<CallNode> waiting = new ArrayDeque<>(Collections.singleton(root));
        int nodes = 0;
        while (!waiting.isEmpty()) {
            CallNode node = waiting.pop();
            nodes++;
            double below = node.children().stream().mapToDouble(CallNode::total).sum();
            assertEquals(node.total(), node.self() + below, 1e-6);
            waiting.addAll(node.children());
        }
        assertEquals(root.size(), nodes);
    }

    static Folded random(Random random, int count) {
        Folded folded = new Folded();
        for (int i = 0; i < count; i++) {
            StringBuilder line = new StringBuilder("main");
            int depth = random.nextInt(12);
            for (int d = 0; d < depth; d++) {
                line.append(random.nextInt(5) == 0 ? ";java.nio.N.m" : ";app.C.m")
                        .append(random.nextInt(4));
            }
            folded.add(line + " " + (1 + random.nextInt(1_000)));
        }
        return folded;
    }
}
