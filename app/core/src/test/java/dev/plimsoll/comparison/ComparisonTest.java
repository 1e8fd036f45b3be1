package dev.plimsoll.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.comparison.FindingChange.State;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String UPLOAD = "app.Main.main:7;app.Cache.upload:214";

    @Test
    void bindingsAndSitesWithTheirDifferences() {
        Run a = new Run();
        a.allocate("lwjgl", UPLOAD, 1_000_003, 1);
        a.allocate("lwjgl", UPLOAD, 17, 1);
        a.allocate("ffm", "app.Main.main:7;app.Mesh.load:52", 4_099, 1);
        Run b = new Run();
        b.allocate("lwjgl", UPLOAD, 24_007, 1);
        b.allocate("ffm", "app.Main.main:7;app.Mesh.load:52", 4_099, 1);
        b.allocate("ffm", "app.Main.main:7;app.Pool.take:38", 40_961, 1);
        Comparison comparison = compare(a, b, Scaling.NONE);

        assertEquals(
                List.of("lwjgl 1000020 24007 -976013", "ffm 4099 45060 +40961"),
                comparison.bindings().stream()
                        .map(one -> one.binding() + " " + text(one.liveBytes()))
                        .toList());
        assertEquals(
                List.of(
                        "app.Cache.upload:214 1000020 24007 -976013",
                        "app.Pool.take:38 0 40961 +40961",
                        "app.Mesh.load:52 4099 4099 +0"),
                comparison.sites().stream().map(ComparisonTest::text).toList());
        assertTrue(comparison.sites().get(1).isNew());
        assertEquals(2, comparison.differing());
        assertEquals(
                "913.1 KiB less native memory is live: 67.4 KiB after 980.6 KiB. Most changed app.Cache.upload:214, by"
                        + " -953.1 KiB. Neither has a finding.",
                comparison.summary());
    }

    @Test
    void handlesThatHaveNoSizeAreComparedByTheirNumber() {
        Run a = new Run();
        a.allocate("ffm", UPLOAD, 4_099, 1);
        a.allocate("rocksdb", "app.Main.main:7;app.Store.open:12", 0, 1);
        Run b = new Run();
        b.allocate("ffm", UPLOAD, 4_099, 1);
        for (int i = 0; i < 14; i++) {
            b.allocate("rocksdb", "app.Main.main:7;app.Store.open:12", 0, 1);
        }
        Comparison comparison = compare(a, b, Scaling.NONE);

        assertEquals(1, comparison.differing());
        assertEquals(
                "As much native memory is live as before, within the error: 4.0 KiB after 4.0 KiB. Most changed"
                        + " app.Store.open:12, by +13 blocks. Neither has a finding.",
                comparison.summary());
    }

    @Test
    void aLineThatMovedInItsMethodIsOneSite() {
        Run a = new Run();
        a.allocate("ffm", "app.Main.main:7;app.Cache.upload:214", 100, 1);
        a.allocate("ffm", "app.Main.main:7;app.Two.both:10", 1, 1);
        a.allocate("ffm", "app.Main.main:7;app.Two.both:20", 2, 1);
        Run b = new Run();
        b.allocate("ffm", "app.Main.main:8;app.Cache.upload:219", 107, 1);
        b.allocate("ffm", "app.Main.main:8;app.Two.both:11", 4, 1);
        b.allocate("ffm", "app.Main.main:8;app.Two.both:21", 8, 1);
        List<String> sites = compare(a, b, Scaling.NONE).sites().stream()
                .map(ComparisonTest::text)
                .toList();
        assertEquals("app.Two.both:21 0 8 +8", sites.get(0));
        assertTrue(sites.contains("app.Cache.upload:219 100 107 +7"), sites.toString());
        assertEquals(5, sites.size(), "which of two lines became which is not guessed");
    }

    @Test
    void aSampledDifferenceInsideItsIntervalIsNone() {
        Run a = new Run();
        a.allocate("ffm", UPLOAD, 1_000, 2.5);
        Run b = new Run();
        b.allocate("ffm", UPLOAD, 1_300, 2.5);
        Comparison comparison = compare(a, b, Scaling.NONE);
        var change = comparison.sites().getFirst().liveBytes();
        assertEquals(750, change.difference(), 1e-9);
        double variance = (1_000.0 * 1_000 + 1_300.0 * 1_300) * 2.5 * 1.5;
        assertEquals(1.96 * Math.sqrt(variance), change.margin(), 1e-6);
        assertFalse(change.differs());
        assertEquals(0, comparison.differing());
        assertTrue(comparison.summary().startsWith("As much native memory is live as before, within the error"));
    }

    @Test
    void scalingByTimeAndByTotal() {
        Run a = new Run();
        a.allocate("ffm", UPLOAD, 300, 1);
        a.lasting(60);
        Run b = new Run();
        b.allocate("ffm", UPLOAD, 100, 1);
        b.lasting(20);
        assertEquals(-200, compare(a, b, Scaling.NONE).live().difference());
        assertEquals(0, compare(a, b, Scaling.TIME).live().difference(), 1e-9);
        b.allocate("zip", "app.Main.main:7;app.Zip.open:3", 500, 1);
        List<String> byTotal = compare(a, b, Scaling.TOTAL).sites().stream()
                .map(ComparisonTest::text)
                .toList();
        assertEquals(List.of("app.Zip.open:3 0 250 +250", "app.Cache.upload:214 300 50 -250"), byTotal);
    }

    @Test
    void findingsThatCameWentAndStayed() {
        Run a = new Run();
        a.finding("owner-collected", Verdict.LEAK_PROVEN, "app.Cache.upload:214", 1_000);
        a.finding("growth", Verdict.LEAK_LIKELY, "app.Mesh.load:52", 500);
        a.finding("growth", Verdict.LEAK_LIKELY, "app.Window.open:7", 300);
        Run b = new Run();
        b.finding("owner-collected", Verdict.LEAK_PROVEN, "app.Mesh.load:60", 900);
        b.finding("growth", Verdict.LEAK_LIKELY, "app.Window.open:7", 300);
        b.finding("warm-up", Verdict.CACHE_OR_WARM_UP, "app.Pool.take:38", 40);
        Comparison comparison = compare(a, b, Scaling.NONE);
        assertEquals(
                List.of(
                        "NEW app.Pool.take:38 0 40 +40",
                        "GREW app.Mesh.load:60 500 900 +400",
                        "UNCHANGED app.Window.open:7 300 300 +0",
                        "GONE app.Cache.upload:214 1000 0 -1000"),
                comparison.findings().stream()
                        .map(one -> one.state() + " " + label(one.finding().frame()) + " " + text(one.bytes()))
                        .toList());
        var stayed = comparison.findings().get(1);
        assertEquals(
                Verdict.LEAK_LIKELY,
                java.util.Objects.requireNonNull(stayed.before()).verdict());
        assertEquals(
                Verdict.LEAK_PROVEN,
                java.util.Objects.requireNonNull(stayed.after()).verdict());
        assertEquals(State.GONE, comparison.findings().getLast().state());
        assertNull(comparison.findings().getLast().after());
        assertTrue(comparison.summary().endsWith("Findings: 1 went, 1 came, 2 stayed."), comparison.summary());
    }

    @Test
    void aFindingThatWentWhileItsLineHoldsAsMuchIsNotMended() {
        Run a = new Run();
        a.finding("growth", Verdict.LEAK_LIKELY, "app.Cache.upload:214", 900);
        Run b = new Run();
        b.allocate("ffm", "app.Main.main:7;app.Cache.upload:216", 901, 1);
        FindingChange change = compare(a, b, Scaling.NONE).findings().getFirst();
        assertEquals(State.UNJUDGED, change.state());
        assertEquals("900 901 +1", text(change.bytes()));

        b.finding("growth", Verdict.LEAK_LIKELY, "app.Late.comer:3", 5);
        a.allocate("ffm", "app.Main.main:7;app.Late.comer:3", 4, 1);
        FindingChange came = compare(a, b, Scaling.NONE).findings().getFirst();
        assertEquals(State.NEW, came.state());
        assertEquals("4 5 +1", text(came.bytes()));
    }

    @Test
    void aLineThatBeganToLeakIsNotAlsoSaidToBeTooOften() {
        Run often = new Run();
        often.finding("callback-per-call", Verdict.MISUSE, "app.Window.open:7", 0);
        Run leaks = new Run();
        leaks.finding("callback-never-released", Verdict.LEAK_PROVEN, "app.Window.open:7", 0);
        assertEquals(List.of("NEW leak, proven"), states(compare(often, leaks, Scaling.NONE)));
        assertEquals(
                List.of("GONE leak, proven"),
                states(compare(leaks, often, Scaling.NONE)),
                "what it does too often was only hidden");
        Run elsewhere = new Run();
        elsewhere.finding("callback-never-released", Verdict.LEAK_PROVEN, "app.Other.open:9", 0);
        assertEquals(List.of("NEW leak, proven", "GONE misuse"), states(compare(often, elsewhere, Scaling.NONE)));
    }

    private static List<String> states(Comparison comparison) {
        return comparison.findings().stream()
                .map(one -> one.state() + " " + one.finding().verdict().words())
                .toList();
    }

    @Test
    void callbacksByLine() {
        Run a = new Run();
        a.register(1, "app.Main.main:7;app.Window.open:40");
        a.register(2, "app.Main.main:7;app.Window.open:40");
        Run b = new Run();
        b.register(1, "app.Main.main:7;app.Window.open:41");
        Comparison comparison = compare(a, b, Scaling.NONE);
        assertEquals(1, comparison.callbacks().size());
        assertEquals("2 1 -1", text(comparison.callbacks().getFirst().live()));
    }

    private static Comparison compare(Run a, Run b, Scaling scaling) {
        return Comparison.of(a.snapshot(), b.snapshot(), scaling, () -> false);
    }

    private static String text(SiteChange site) {
        return label(site.frame()) + " " + text(site.liveBytes());
    }

    private static String text(dev.plimsoll.ledger.Change change) {
        return whole(change.before()) + " " + whole(change.after()) + " "
                + String.format("%+d", Math.round(change.difference()));
    }

    private static long whole(Estimate estimate) {
        return Math.round(estimate.value());
    }

    private static String label(@org.jspecify.annotations.Nullable Frame frame) {
        return frame == null ? "none" : frame.label();
    }

    static Finding finding(String rule, Verdict verdict, Frame frame, double bytes) {
        return new Finding(
                rule,
                verdict,
                "One sentence.",
                "ffm",
                new Estimate(bytes, 0),
                new Estimate(1, 0),
                frame,
                0,
                List.of(),
                "");
    }
}
