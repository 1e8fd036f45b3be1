package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SuppressionsTest {

    private final Finding finding = finding();

    private static Finding finding() {
        Trial trial = new Trial();
        trial.every(0.01, 21, 99, now -> trial.allocate("app.Parser.copy:7", 48, "malloc"));
        return trial.judge().findings().getFirst();
    }

    private List<Suppressions.Suppressed> out(String... lines) {
        return Suppressions.parse(List.of(lines)).sift(List.of(finding)).out();
    }

    @Test
    void aLineAMethodAPackageOrAllOfARuleCanBeLeftOut() {
        assertEquals(
                1,
                out("# seen by two of us", "", "growth app.Parser.copy:7 2026-11-24 bounded by the input")
                        .size());
        assertEquals(1, out("* app.Parser.copy 2026-11-24 why").size());
        assertEquals(1, out("growth app.* 2026-11-24 why").size());
        assertEquals(0, out("growth app.Parser.copy:8 2026-11-24 why").size());
        assertEquals(0, out("released-late app.Parser.copy:7 2026-11-24 why").size());
        assertEquals(
                "why, and so on",
                out("growth * 2026-11-24 why, and so on").getFirst().entry().reason());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Suppressions.Entry entry = Suppressions.entryFor(finding, LocalDate.of(2026, 11, 24), " known\n for years ");
        assertEquals("known for years", entry.reason());
        assertEquals(
                List.of(entry), Suppressions.parse(List.of(entry.toString())).entries());
        assertEquals(1, out(entry.toString()).size());
    }

    @Test
    void aWrongLineIsToldByItsNumber() {
        IllegalArgumentException few =
                assertThrows(IllegalArgumentException.class, () -> out("# one", "growth app.Parser.copy:7"));
        assertTrue(few.getMessage().startsWith("line 2 needs"), few.getMessage());
        IllegalArgumentException date =
                assertThrows(IllegalArgumentException.class, () -> out("growth app.Parser.copy:7 yesterday why"));
        assertTrue(date.getMessage().contains("yesterday where a date"), date.getMessage());
    }

    @Test
    void everyRuleHasAPageOfHelp() {
        for (String rule : Help.RULES) {
            Help page = Help.of(rule).orElseThrow(() -> new AssertionError("no page for " + rule));
            assertEquals(4, page.paragraphs().size(), rule);
            assertTrue(page.title().length() < 60, page.title());
        }
        Trial trial = new Trial();
        trial.every(0.001, 6, 1, now -> trial.free(trial.allocate("app.Log.line:3", 64, "confined"), FreeCause.ARENA));
        trial.judge().findings().forEach(one -> assertTrue(Help.RULES.contains(one.rule()), one.rule()));
    }
}
