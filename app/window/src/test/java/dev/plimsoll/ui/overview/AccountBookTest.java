package dev.plimsoll.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.RunningSums;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccountBookTest {

    private static final double MIB = SampleSnapshots.MIB;
    private final Snapshot rich = SampleSnapshots.rich();

    @Test
    void rowsAndTheRestAddUpToRss() {
        AccountBook book = AccountBook.of(rich, Optional.empty());
        double sum = book.accounts().stream().mapToDouble(Account::now).sum();
        assertEquals(book.rss(), sum, 1);
        assertEquals("heap", book.accounts().getFirst().name());
        assertEquals("unexplained", book.accounts().getLast().name());
        double shares = book.accounts().stream().mapToDouble(Account::share).sum();
        assertEquals(1, shares, 1e-9);
    }

    @Test
    void changeIsOverTheRange() {
        long from = SampleSnapshots.START + 100 * SampleSnapshots.SECOND;
        long to = SampleSnapshots.START + 220 * SampleSnapshots.SECOND;
        AccountBook book = AccountBook.of(rich, Optional.of(new TimeRange(from, to)));
        Account lwjgl = book.accounts().stream()
                .filter(account -> account.name().equals("lwjgl"))
                .findFirst()
                .orElseThrow();
        double expected = lwjgl.series().at(to) - lwjgl.series().at(from);
        assertEquals(expected, lwjgl.change());
        assertEquals(expected / 2, lwjgl.perMinute(), 1e-6);
        assertTrue(lwjgl.binding());
    }

    @Test
    void exactAndSampledAreToldApart() {
        List<Account> accounts = AccountBook.of(rich, Optional.empty()).accounts();
        for (Account account : accounts) {
            if (account.name().equals("ffm")) {
                assertEquals("every block recorded", account.how());
            }
            if (account.name().equals("lwjgl")) {
                assertTrue(account.how().startsWith("sampled ± 8."), account.how());
            }
        }
    }

    /// A heap of 512 MiB that is committed from the start and touched by and by, told with the first cycle.
    private static AccountBook untouchedHeap() {
        long start = SampleSnapshots.START;
        long second = SampleSnapshots.SECOND;
        long[] times = {start + second, start + 20 * second, start + 60 * second};
        Series rss = new Series("rss", "bytes", times, new double[] {80 * MIB, 147 * MIB, 532 * MIB});
        Series heap = new Series("heap", "bytes", new long[] {times[1]}, new double[] {512 * MIB});
        Series none = new Series("", "bytes", new long[0], new double[0]);
        TimelineSnapshot line = new TimelineSnapshot(
                start, start + 60 * second, rss, heap, heap, List.of(), none, List.of(), -1, List.of());
        return AccountBook.of(SampleSnapshots.with(SampleSnapshots.rich(), line), Optional.empty());
    }

    @Test
    void touchingTheHeapIsNoUnexplainedGrowth() {
        AccountBook book = untouchedHeap();
        assertEquals(
                List.of("heap", "not resident", "unexplained"),
                book.accounts().stream().map(Account::name).toList());
        assertEquals(
                List.of(512 * MIB, 0.0, 20 * MIB),
                book.accounts().stream().map(Account::now).toList());
        assertEquals(
                List.of(0.0, 365 * MIB, 20 * MIB),
                book.accounts().stream().map(Account::change).toList());
    }

    @Test
    void linesBeginAtTheirFirstPoint() {
        AccountBook book = untouchedHeap();
        List<Series> sums = RunningSums.of(
                book.accounts().stream().map(Account::series).toList(),
                book.range().from(),
                book.range().to(),
                800);
        for (double value : sums.getFirst().values()) {
            assertTrue(value == 0 || value == 512 * MIB, "a slope where a step is");
        }
        long[] times = sums.getFirst().times();
        assertEquals(0, sums.getFirst().at(book.range().from() + 20 * SampleSnapshots.SECOND - 1));
        Series rss = RunningSums.held(book.resident(), times);
        assertTrue(rss.times()[0] >= book.resident().times()[0], "nobody knows it earlier");
        assertEquals(80 * MIB, book.rss() - book.rssChange());
    }

    @Test
    void growthThatNobodyCanPlaceIsNoLineInTheHeadline() {
        Finding nowhere = new Finding(
                "unexplained-growth",
                Verdict.LEAK_LIKELY,
                "Memory that nothing here explains grows.",
                "",
                new Estimate(500 * MIB, 0),
                Estimate.ZERO,
                null,
                0,
                List.of(),
                "");
        Snapshot snapshot = SampleSnapshots.with(rich, 2, List.of(nowhere));
        Headline headline = Headline.of(snapshot, AccountBook.of(snapshot, Optional.empty()));
        assertEquals(-1, headline.finding());
        assertFalse(headline.words().contains("leak in"), headline.words());
    }

    @Test
    void nothingRecordedIsAnEmptyBook() {
        AccountBook book = AccountBook.of(SampleSnapshots.empty(), Optional.empty());
        assertEquals(List.of(), book.accounts());
        assertTrue(Double.isNaN(book.rss()));
    }

    @Test
    void namesAtTheEndNeverOverlapAndStayInside() {
        AccountBook book = AccountBook.of(rich, Optional.empty());
        List<EndLabel> labels = EndLabel.place(book, false, 2700 * MIB, 18, 240);
        assertEquals("RSS", labels.getFirst().name());
        assertEquals("heap", labels.getLast().name());
        for (int i = 1; i < labels.size(); i++) {
            assertTrue(
                    labels.get(i).y() - labels.get(i - 1).y() >= EndLabel.ROOM - 1e-9,
                    labels.get(i - 1) + " " + labels.get(i));
        }
        assertTrue(labels.getLast().y() <= 258);
    }

    @Test
    void smallPartsOfTheJvmStandInOneRow() {
        TimelineSnapshot line = rich.timeline();
        long[] times = {line.start(), line.end()};
        List<Series> gauges = new ArrayList<>(line.gauges());
        gauges.add(new Series(MemoryBook.NMT + "GC", "bytes", times, new double[] {40 * MIB, 37 * MIB}));
        for (int i = 0; i < 20; i++) {
            gauges.add(new Series(MemoryBook.NMT + "Part " + i, "bytes", times, new double[] {MIB / 8, MIB / 4}));
        }
        Snapshot tracked = SampleSnapshots.withGauges(rich, gauges);
        AccountBook book = AccountBook.of(tracked, Optional.empty());
        List<String> names = book.accounts().stream().map(Account::name).toList();
        assertEquals(
                List.of("JVM: GC", "JVM: others"),
                names.stream().filter(name -> name.startsWith("JVM")).toList());
        Account others = book.accounts().get(names.indexOf("JVM: others"));
        assertEquals(5 * MIB, others.now(), 1);
        assertEquals(2.5 * MIB, others.change(), 1);
        assertEquals("exact, 20 below 1 % of RSS", others.how());
        double sum = book.accounts().stream().mapToDouble(Account::now).sum();
        assertEquals(book.rss(), sum, 1);
    }

    @Test
    void namesThatHaveNoRoomAreTheLeast() {
        List<EndLabel> labels =
                EndLabel.place(AccountBook.of(rich, Optional.empty()), false, 2700 * MIB, 18, 5 * EndLabel.ROOM);
        assertEquals("RSS", labels.getFirst().name());
        assertEquals("heap", labels.getLast().name());
        assertEquals(5, labels.size());
        assertTrue(labels.getFirst().y() >= 18 - EndLabel.ROOM, labels::toString);
    }

    @Test
    void redrawsOnceASecondWhileLive() {
        OverviewPresenter presenter = new OverviewPresenter();
        assertTrue(presenter.due(rich, Optional.empty()));
        assertFalse(presenter.due(SampleSnapshots.rich(), Optional.empty()), "nothing that shows has changed");
        assertTrue(presenter.due(rich, Optional.of(new TimeRange(SampleSnapshots.START, SampleSnapshots.START + 1))));
    }

    @Test
    void axisStepsAreRound() {
        assertEquals(500 * MIB, BookChart.step(2713 * MIB), 1);
        assertEquals(1 * MIB, BookChart.step(5 * MIB), 1e-6);
        assertEquals(20 * MIB, BookChart.step(110 * MIB), 1e-6);
    }
}
