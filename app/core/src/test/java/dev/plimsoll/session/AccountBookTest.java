package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.TargetAct;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.Series;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The account book of real JVMs: their own words of native memory tracking, what their C library keeps, and that parts
/// and rest add up to the resident memory.
final class AccountBookTest {

    /// Takes 60,000 blocks of 1,009 bytes and gives back all but each hundredth, so that few pages can be given to the
    /// system.
    private static final String HOLEY = """
            public class Holey {
                public static void main(String[] args) throws Exception {
                    var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                    field.setAccessible(true);
                    var unsafe = (sun.misc.Unsafe) field.get(null);
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    in.readLine();
                    long[] blocks = new long[60_000];
                    for (int i = 0; i < blocks.length; i++) {
                        blocks[i] = unsafe.allocateMemory(1009);
                        unsafe.setMemory(blocks[i], 1009, (byte) 1);
                    }
                    for (int i = 0; i < blocks.length; i++) {
                        if (i % 100 != 0) {
                            unsafe.freeMemory(blocks[i]);
                        }
                    }
                    System.out.println("done");
                    in.readLine();
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void partsOfTheJvmAndOfTheAllocatorAddUpToTheResidentMemory(int jdk) throws Exception {
        try (ChildJvm child = ChildJvm.start(
                        jdk, HOLEY, "-XX:NativeMemoryTracking=summary", "--add-modules", "jdk.unsupported");
                Session session = LiveSession.open(new LocalAttachment(child.pid(), new Sampling.Exact()))) {
            await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
            child.say("go");
            assertEquals("done", child.line());
            assertEquals("The whole heap was collected.", session.act(TargetAct.COLLECT));
            assertTrue(session.act(TargetAct.PARTS).contains("account book"));
            if (jdk >= 25) {
                assertTrue(session.act(TargetAct.ALLOCATOR).startsWith("The allocator keeps "));
            } else {
                // JDK 17 knows no such command; it says so in one sentence.
                IOException unknown = assertThrows(IOException.class, () -> session.act(TargetAct.ALLOCATOR));
                assertTrue(unknown.getMessage().contains("does not know System.native_heap_info"), unknown.toString());
            }
            await(
                    session,
                    snapshot -> MemoryBook.of(snapshot.timeline()).rest().size() > 0
                            && has(snapshot, "JVM: Thread")
                            && has(snapshot, "unsafe")
                            && (jdk < 25 || has(snapshot, "kept by the allocator"))
                            && snapshot.ledger().liveBytes().value() == 600 * 1_009
                            && snapshot.timeline().cycles().stream().anyMatch(cycle -> !cycle.young()));

            MemoryBook book = MemoryBook.of(session.snapshot().timeline());
            String parts = book.parts().stream().map(MemoryBook.Part::name).collect(Collectors.joining(", "));
            assertTrue(parts.contains("JVM: GC") && parts.contains("JVM: Symbol"), parts);
            assertTrue(!parts.contains("JVM: Java Heap") && !parts.contains("JVM: Other"), "nothing twice: " + parts);
            assertTrue(book.rest().size() > 0, parts);
            for (int i = 0; i < book.rest().size(); i++) {
                long time = book.rest().times()[i];
                double sum = book.rest().values()[i];
                for (MemoryBook.Part part : book.parts()) {
                    double value = part.series().at(time);
                    sum += Double.isNaN(value) ? 0 : value;
                }
                assertEquals(book.resident().at(time), sum, 1, "at " + i + " of " + parts);
            }
            if (jdk >= 25) {
                Series kept = session.snapshot().timeline().gauge(MemoryBook.ALLOCATOR_FREE);
                assertTrue(kept.last() > 0.9 * 59_400 * 1_009, "holes between the blocks that live: " + kept.last());
            }
            assertTrue(session.act(TargetAct.TRIM).startsWith("Trim native heap: "), "glibc gives back what it can");
        }
    }

    private static boolean has(Snapshot snapshot, String part) {
        return MemoryBook.of(snapshot.timeline()).parts().stream()
                .anyMatch(other -> other.name().equals(part));
    }

    private static void await(Session session, Predicate<Snapshot> wanted) throws Exception {
        Awaiting.await(
                session,
                wanted,
                last -> last.phase() + ", " + last.ledger().liveBytes() + ", "
                        + MemoryBook.of(last.timeline()).parts().stream()
                                .map(MemoryBook.Part::name)
                                .toList());
    }
}
