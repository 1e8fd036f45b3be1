package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.ChildJvm;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures, and is run by name only: from a commit in a target with the real agent to the sorted batch on the desk.
///
/// ```
/// ./mvnw -pl app/core -am verify -Dtest=LatencyMeasure -Dsurefire.failIfNoSpecifiedTests=false
/// ```
class LatencyMeasure {

    private static final int EVENTS = 20_000;

    /// About 1,000 buffers a second, each of them freed at once.
    private static final String STEADY = """
            public class Steady {
                public static void main(String[] args) throws Exception {
                    System.out.println("up");
                    for (int i = 0; ; i++) {
                        java.nio.ByteBuffer.allocateDirect(1013);
                        Thread.sleep(1);
                    }
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void fromCommitToBatch(int jdk) throws Exception {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch enough = new CountDownLatch(EVENTS);
        try (ChildJvm child = ChildJvm.start(jdk, STEADY)) {
            AttachedTarget target = new LocalAttachment(child.pid(), new Sampling.Exact()).attach(doing -> {});
            ProcessHandle process = ProcessHandle.of(child.pid()).orElseThrow();
            try (LiveStream stream =
                    LiveStream.open(target.repository(), target.since(), process, new StackTable(), batch -> {
                        for (NativeEvent event : batch.events()) {
                            if (event instanceof NativeEvent.Allocation) {
                                millis.add((batch.received() - event.time()) / 1e6);
                                enough.countDown();
                            }
                        }
                    })) {
                enough.await(90, TimeUnit.SECONDS);
                assertTrue(stream.quick());
            } finally {
                target.detach();
            }
        }
        List<Double> sorted = new ArrayList<>(millis);
        // What was committed while the stream began is not of its making.
        sorted.subList(0, Math.min(1_000, sorted.size())).clear();
        assertTrue(sorted.size() > 1_000, "only " + sorted.size() + " events");
        Collections.sort(sorted);
        System.out.printf(
                "JDK %d: %,d events, commit to sorted batch: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                jdk,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast());
    }
}
