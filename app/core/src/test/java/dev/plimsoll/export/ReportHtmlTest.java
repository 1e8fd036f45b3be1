package dev.plimsoll.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Subject;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.Series;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReportHtmlTest {

    private static final String UPLOAD = "app.Main.main:3;app.Cache.<init>:41;java.nio.ByteBuffer.allocateDirect:9";

    private final Story story = new Story().allocate(0x10, 524_288, 1, "direct", UPLOAD);

    private Finding finding(String rule) {
        return new Finding(
                rule,
                Verdict.LEAK_PROVEN,
                "app.Cache.<init>:41 keeps a block.",
                "direct",
                new Estimate(524_288, 0),
                new Estimate(1, 0),
                story.stacks.get(story.stack(UPLOAD)).site(),
                story.stack(UPLOAD),
                EvidenceLine.of(List.of("5 < 6")),
                "Close it.");
    }

    @Test
    void isOneFileWithoutScriptOrNetworkAndWithEveryPart() {
        story.rss = Story.series(209_715_200, 219_715_200);
        story.findings.add(finding("owner-collected"));
        Suppressions.Entry entry = new Suppressions.Entry("growth", "*", LocalDate.of(2026, 11, 24), "known & wanted");
        String page =
                new ReportHtml(List.of(new Suppressions.Suppressed(finding("growth"), entry))).text(story.snapshot());
        assertFalse(
                Pattern.compile("https?:|<script|<link|<img|@import|url\\(")
                        .matcher(page)
                        .find(),
                page);
        for (String part : List.of(
                "app.Cache.&lt;init&gt;:41",
                "5 &lt; 6",
                "Close it.",
                "&gt; app.Cache.&lt;init&gt;:41",
                "known &amp; wanted",
                "Owner collected, memory alive",
                "512 KiB",
                "<polyline",
                "What cannot be seen")) {
            assertTrue(page.contains(part), part + " is not in " + page);
        }
        assertFalse(page.contains("<init>"), page);
    }

    @Test
    void aTicketDoesNotTellWhereTheRecordingLay() {
        story.subject = new Subject(
                "app.jfr",
                7,
                "JDK 25",
                "",
                "G1",
                Path.of("somebody", "work", "app.jfr").toString());
        String page = new ReportHtml(List.of()).text(story.snapshot());
        assertTrue(page.contains("app.jfr, JDK 25, pid 7"), page);
        assertFalse(page.contains("somebody"), page);
    }

    @Test
    void theBookAddsUpAtEveryTime() {
        story.rss = Story.series(100_000, 130_000, 90_000);
        story.heapCommitted = Story.series(60_000, 60_000, 95_000);
        MemoryBook book = MemoryBook.of(story.snapshot().timeline());
        for (long time : book.rest().times()) {
            double sum = book.rest().at(time);
            for (MemoryBook.Part part : book.parts()) {
                sum += part.series().at(time);
            }
            assertEquals(book.resident().at(time), sum, 1e-6);
        }
        Series rest = book.rest();
        assertEquals(
                List.of(40_000.0, 70_000.0, -5_000.0),
                java.util.Arrays.stream(rest.values()).boxed().toList());
    }
}
