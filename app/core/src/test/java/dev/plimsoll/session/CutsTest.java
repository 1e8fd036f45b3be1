package dev.plimsoll.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.export.ReportJson;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.ledger.History;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.ledger.SiteHistory;
import dev.plimsoll.recording.Cut;
import dev.plimsoll.recording.ProfiledMalloc;
import dev.plimsoll.testing.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How events are cut into batches makes no difference, though threads' buffers are written out one after the other and
/// a collection is told when it is over.
class CutsTest {

    /// Of rows, in one batch where nothing holds them back.
    private static final List<Integer> SIZES = List.of(1, 64, 4_096, 60_000);

    private static final String SECONDS = "6";

    @TempDir
    Path folder;

    /// @param report at the end
    /// @param marks what was said on the way
    /// @param lines how each came to where it is, by epoch
    private record Told(String report, List<String> marks, List<String> lines, long orphans, long lost) {}

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseZGC"})
    void aReportIsTheSameHoweverItsEventsAreCut(String collector) throws Exception {
        Path file = record(collector);
        Told whole = told(file, Integer.MAX_VALUE);
        assertTrue(whole.marks().size() > 32, "marks");
        assertTrue(whole.lines().size() > 2, "lines");
        for (int rows : SIZES) {
            assertEquals(whole, told(file, rows), rows + " rows");
        }
    }

    /// Its buffers are written out when they are full, and those of idle threads at the end.
    @Test
    void ofAsyncProfilersRecordingsToo() throws Exception {
        Path file = ProfiledMalloc.record("""
                import java.nio.ByteBuffer;
                public class Keeps {
                    public static void main(String[] args) throws Exception {
                        for (int i = 1; i <= 4_000; i++) {
                            ByteBuffer.allocateDirect(5_000);
                            if (i % 100 == 0) { System.gc(); Thread.sleep(20); }
                        }
                    }
                }
                """, "1k", folder);
        Told whole = told(file, Integer.MAX_VALUE);
        for (int rows : SIZES) {
            assertEquals(whole, told(file, rows), rows + " rows");
        }
        assertTrue(whole.lost() < 100, () -> whole.lost() + " frees were not told");
    }

    private static Told told(Path file, int rows) throws Exception {
        Logbook logbook = Logbook.remembering(Subjects.of(file));
        Cut.read(file, rows, logbook.stacks(), (columns, done) -> {
            logbook.enter(columns);
            return true;
        });
        Snapshot end = logbook.take(new Phase.Playback());
        StackTable stacks = new StackTable();
        Ledger ledger = new Ledger(stacks);
        Cut.read(file, rows, stacks, (columns, done) -> {
            columns.replay(ledger);
            return true;
        });
        return new Told(
                new ReportJson().text(end),
                logbook.marks().stream().map(CutsTest::words).toList(),
                lines(ledger.history()),
                end.ledger().orphanFrees(),
                end.ledger().lostBlocks());
    }

    private static String words(Mark mark) {
        return mark.time() + " " + mark.ledger().eventsApplied() + " " + mark.health() + " " + mark.summary() + " "
                + mark.findings().stream().map(Finding::sentence).toList();
    }

    private static List<String> lines(History history) {
        List<String> lines = new ArrayList<>(List.of(Arrays.toString(history.ends())));
        for (SiteHistory line : history.blocks()) {
            lines.add(line.frame() + " born " + Arrays.toString(line.cohorts().born()) + " alive "
                    + Arrays.toString(line.cohorts().alive()) + " deaths "
                    + Arrays.toString(line.cohorts().deaths()) + " levels "
                    + Arrays.toString(line.levels().bytes()));
        }
        return lines;
    }

    private Path record(String collector) throws Exception {
        Path file = folder.resolve("hands.jfr");
        List<String> command = List.of(
                Jdks.java(25).toString(),
                collector,
                "-Xmx256m",
                "--add-exports=jdk.jfr/jdk.jfr.internal=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                Path.of(NativeAllocation.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString(),
                Path.of(CutsTest.class.getResource("/targets/Hands.java").toURI())
                        .toString(),
                file.toString(),
                SECONDS);
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor(), command.toString());
        return file;
    }
}
