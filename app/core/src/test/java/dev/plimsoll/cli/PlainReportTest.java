package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.target.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The report of what the JDK's own recorder wrote.
final class PlainReportTest {

    private static final String BUFFERS = """
            import java.nio.ByteBuffer;
            public class Buffers {
                static final ByteBuffer KEPT = ByteBuffer.allocateDirect(48 << 20);
                public static void main(String[] args) throws Exception {
                    System.gc();
                    System.out.println("up");
                    System.in.read();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void saysWhatTheJdkKnowsAndHowToRecordTheRest() throws Exception {
        Path file = folder.resolve("plain.jfr");
        try (ChildJvm child = ChildJvm.start(
                25,
                BUFFERS,
                "-XX:StartFlightRecording=settings=default,jdk.DirectBufferStatistics#period=endChunk,filename=" + file,
                "-Xlog:disable",
                "-Xlog:all=warning:stderr")) {
            child.end();
        }
        Cli.Result report = Cli.here("report", file.toString());
        assertEquals(0, report.code(), report.err());
        assertTrue(
                report.out().lines().anyMatch(line -> line.matches(" *direct buffers +48\\.\\d MiB.*")), report.out());
        String how = "Native allocations are not in this recording; `plimsoll record PID -o FILE` records them.";
        assertTrue(report.out().contains("  - " + how), report.out());
        String json = Cli.here("report", file.toString(), "--json").out();
        assertTrue(json.contains("\"" + how + "\""), json);
    }
}
