package dev.plimsoll.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.timeline.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTextTest {

    @Test
    void saysTheAnswerFirstAndWhatCannotBeSeenLast() {
        String upload = "app.Main.main:3;app.Cache.upload:41;java.nio.ByteBuffer.allocateDirect:9";
        Story story = new Story()
                .allocate(0x10, 524_288, 1, "direct", upload)
                .allocate(0x20, 48, 1_000, "ffm", "app.Main.main:3;app.Ring.write:7")
                .register(0x1, "app.Order.compare", "app.Main.main:3;app.Sort.sort:12");
        story.rss = Story.series(209_715_200);
        story.gauges.add(new Series("nmt:Other", "bytes", new long[] {Story.START}, new double[] {3_145_728}));
        story.coverage.add(new Coverage("jna", "failed", "JNA 3 is too old."));
        story.coverage.add(new Coverage("direct", "woven", "all of it"));
        story.coverage.add(new Coverage("lwjgl", "woven", "all of it", "3.4.1"));
        story.coverage.add(new Coverage("netty", "absent", "no class of it has been loaded"));
        story.findings.add(new Finding(
                "owner-collected",
                Verdict.LEAK_PROVEN,
                "app.Cache.upload:41 keeps a block.",
                "direct",
                new Estimate(524_288, 0),
                new Estimate(1, 0),
                story.stacks.get(story.stack(upload)).site(),
                story.stack(upload),
                EvidenceLine.of(List.of("seen")),
                "Close it."));
        assertEquals("""
                demo.jfr, JDK 25.0.3, pid 4711, 3.0 s, 3 events
                One sentence.

                CRITICAL  leak, proven  app.Cache.upload:41
                  app.Cache.upload:41 keeps a block.
                  - seen
                  > Close it.

                Native memory by binding
                  binding      live  95 % interval         blocks  allocated  allocations  frees
                  direct    512 KiB          exact              1    512 KiB            1      0
                  ffm      46.9 KiB     ± 91.8 KiB  1,000 ± 1,959   46.9 KiB        1,000      0

                Where live memory was allocated
                      live  95 % interval         blocks  owner gone  binding  line
                   512 KiB          exact              1         0 B  direct   app.Cache.upload:41
                  46.9 KiB     ± 91.8 KiB  1,000 ± 1,959         0 B  ffm      app.Ring.write:7

                Callbacks: 1 registered, 0 released, 1 live
                  live  invoked  last  binding  calls              registered at
                     1        ?     ?  ffm      app.Order.compare  app.Sort.sort:12

                Garbage collection
                  G1: 0 cycles

                Memory of the process at the end
                  part                    bytes  of resident
                  resident            200.0 MiB
                  heap             not recorded
                  everything else     200.0 MiB        100 %

                What was watched
                  watched     direct, lwjgl 3.4.1
                  not loaded  netty

                What cannot be seen
                  - Binding jna is not watched: JNA 3 is too old.
                  - Memory taken before the recording began (200.0 MiB were resident then, 3.0 MiB taken through \
                Unsafe, by FFM and for buffers, as the JVM counts it), and memory that libraries take by themselves.
                """, new ReportText().text(story.snapshot()));
    }
}
