package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What is said of real programs with known faults: the right words at the right line, in the default mode.
final class VerdictsTest {

    /// Three leaks, one program that leaves its garbage to the GC, and four healthy uses.
    private static final String FAULTY = """
            import java.lang.foreign.*;
            import java.lang.invoke.*;
            import java.nio.ByteBuffer;
            import java.util.*;
            public class Faulty {
                static final Map<Integer, ByteBuffer> map = new HashMap<>();
                static final ArrayDeque<ByteBuffer> pool = new ArrayDeque<>();
                static final ArrayDeque<Arena> cache = new ArrayDeque<>();
                static volatile Object last;
                public static void main(String[] args) throws Throwable {
                    MethodHandle target = MethodHandles.lookup()
                            .findStatic(Faulty.class, "call", MethodType.methodType(int.class, int.class));
                    System.out.println("up");
                    for (int i = 0; ; i++) {
                        lostArena();
                        lostCallback(target);
                        growingMap(i);
                        garbage();
                        pool();
                        cache();
                        scope();
                        scopedCallback(target);
                        Thread.sleep(20);
                        if (i % 40 == 0) {
                            System.gc();
                        }
                    }
                }
                static int call(int x) { return x; }
                static void lostArena() { last = Arena.ofShared().allocate(1_013); }
                static void lostCallback(MethodHandle target) { stub(target, Arena.ofShared()); }
                static void growingMap(int i) { map.put(i, ByteBuffer.allocateDirect(2_003)); }
                static void garbage() { last = ByteBuffer.allocateDirect(120_011); }
                static void pool() {
                    ByteBuffer buffer = pool.isEmpty() ? ByteBuffer.allocateDirect(65_537) : pool.poll();
                    pool.add(buffer.clear());
                }
                static void cache() {
                    Arena arena = Arena.ofShared();
                    arena.allocate(4_099);
                    cache.add(arena);
                    if (cache.size() > 30) {
                        cache.remove().close();
                    }
                }
                static void scope() {
                    try (Arena arena = Arena.ofConfined()) {
                        arena.allocate(257);
                    }
                }
                static void scopedCallback(MethodHandle target) {
                    try (Arena arena = Arena.ofConfined()) {
                        stub(target, arena);
                    }
                }
                static void stub(MethodHandle target, Arena arena) {
                    last = Linker.nativeLinker().upcallStub(
                            target, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), arena).address();
                }
            }
            """;

    /// A pool that fills, a cache of recently used buffers, and buffers that live for a moment.
    private static final String HEALTHY = """
            import java.nio.ByteBuffer;
            import java.util.*;
            public class Healthy {
                static final ArrayDeque<ByteBuffer> pool = new ArrayDeque<>();
                static final ArrayDeque<ByteBuffer> recent = new ArrayDeque<>();
                static final Random random = new Random(7);
                public static void main(String[] args) throws Exception {
                    System.out.println("up");
                    for (int i = 0; ; i++) {
                        request();
                        recent.add(ByteBuffer.allocateDirect(3_001));
                        if (recent.size() > 50) {
                            recent.remove();
                        }
                        ByteBuffer.allocateDirect(777);
                        Thread.sleep(10);
                        if (i % 70 == 0) {
                            System.gc();
                        }
                    }
                }
                static void request() {
                    List<ByteBuffer> used = new ArrayList<>();
                    for (int n = 1 + random.nextInt(12); n > 0; n--) {
                        used.add(pool.isEmpty() ? ByteBuffer.allocateDirect(16_411) : pool.poll());
                    }
                    pool.addAll(used);
                }
            }
            """;

    @Test
    void leaksAreNamedAtTheirLineAndNothingElseIs() throws Exception {
        Map<String, Verdict> leaks = Map.of(
                "Faulty.lostArena", Verdict.LEAK_PROVEN,
                "Faulty.stub", Verdict.LEAK_PROVEN,
                "Faulty.growingMap", Verdict.LEAK_LIKELY);
        try (ChildJvm child = ChildJvm.start(25, FAULTY, "-Xmx96m");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            Snapshot seen = await(session, snapshot -> grave(snapshot).equals(leaks));
            assertEquals(Severity.CRITICAL, seen.findings().getFirst().severity());
            assertEquals("arena-lost", seen.findings().getFirst().rule());
        }
    }

    @Test
    void healthyProgramsAreLeftInPeace() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, HEALTHY, "-Xmx96m");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            Snapshot seen = await(session, snapshot -> snapshot.summary().startsWith("Nothing leaks"));
            assertEquals(Map.of(), grave(seen));
        }
    }

    /// Verdicts above notice, by method.
    private static Map<String, Verdict> grave(Snapshot snapshot) {
        Map<String, Verdict> grave = new TreeMap<>();
        for (Finding finding : snapshot.findings()) {
            Frame frame = finding.frame();
            if (finding.severity().compareTo(Severity.NOTICE) < 0) {
                grave.put(frame == null ? "" : frame.name(), finding.verdict());
            }
        }
        return grave;
    }

    private static Snapshot await(Session session, Predicate<Snapshot> condition) throws Exception {
        return Awaiting.await(
                session,
                snapshot -> condition.test(snapshot) || snapshot.phase() instanceof Phase.Failed,
                last -> grave(last) + " " + last.summary());
    }
}
