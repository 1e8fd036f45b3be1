package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.raw.RawField.Kind;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventPresenterTest {

    private static final int COUNT = 10_007;

    @TempDir
    private Path folder;

    private final EventPresenter presenter =
            new EventPresenter(Runnable::run, Runnable::run, type -> Optional.empty(), state -> {});

    @Test
    void everyTypeIsListedAndTheFullestIsOpen() throws Exception {
        open();
        List<RawType> types = presenter.state().types();
        assertEquals("acme.Tick", types.getFirst().name());
        assertEquals(COUNT, types.getFirst().events());
        assertEquals("Tick", types.getFirst().label());
        RawType alarm = named("acme.Alarm");
        assertEquals(3, alarm.events());
        presenter.choose(alarm);
        assertEquals(List.of("alarm 0", "alarm 1", "alarm 2"), column("reason"));
        assertEquals("duration", presenter.state().chartField(), "an alarm has no other figure");
    }

    @Test
    void readingIsGivenUpAndTakenUpAgain() throws Exception {
        Snapshot recording = Ticks.read(Ticks.write(folder.resolve("ticks.jfr"), COUNT));
        Deque<Runnable> work = new ArrayDeque<>();
        EventPresenter slow = new EventPresenter(work::add, Runnable::run, type -> Optional.empty(), state -> {});
        slow.show(recording, Optional.empty());
        assertEquals(0, slow.state().reading());
        slow.giveUp();
        drain(work);
        assertTrue(slow.state().reading() < 0);
        assertEquals(List.of(), slow.state().types(), "it was not wanted");
        assertTrue(
                slow.state().failure().startsWith("Reading was given up."),
                slow.state().failure());

        slow.leave();
        slow.show(recording, Optional.empty());
        drain(work);
        List<RawType> all = slow.state().types();
        assertTrue(slow.state().rows() != null, "the fullest type");
        slow.choose(all.getLast());
        slow.giveUp();
        drain(work);
        assertTrue(slow.state().rows() == null, "not wanted either");
        slow.choose(all.getLast());
        drain(work);
        assertEquals(all.getLast().events(), slow.state().rows().size());
        assertEquals("", slow.state().failure());
    }

    private static void drain(Deque<Runnable> work) {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    @Test
    void kindsComeFromTheRecordingItself() throws Exception {
        open();
        RawRows rows = rows();
        assertEquals(Kind.TIME, kind("startTime"));
        assertEquals(Kind.NUMBER, kind("number"));
        assertEquals(Kind.BYTES, kind("payload"));
        assertEquals(Kind.SPAN, kind("wait"));
        assertEquals(Kind.REAL, kind("load"));
        assertEquals(Kind.WORD, kind("route"));
        assertEquals(Kind.FLAG, kind("kept"));
        assertEquals(Kind.STACK, kind("stackTrace"));
        int sixth = row(6);
        assertEquals("6.0 ms", EventWords.cell(rows, sixth, rows.field("wait")));
        assertEquals("6,144", EventWords.cell(rows, sixth, rows.field("payload")));
        assertEquals("1.500", EventWords.cell(rows, sixth, rows.field("load")));
        assertEquals("yes", EventWords.cell(rows, sixth, rows.field("kept")));
        assertTrue(EventWords.cell(rows, sixth, rows.field("stackTrace")).startsWith("Ticks.tick:"));
        assertTrue(rows.bytes() < 40L * COUNT, rows.bytes() + " bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number<5 | 5",
                "number>=10000 | 7",
                "number=17 | 1",
                "number!=17 | 10006",
                "payload>9m | 790",
                "payload<=4k | 5",
                "wait=6ms | 1429",
                "load<1.25 | 5",
                "route=harbour | 3336",
                "route!=harbour | 6671",
                "route~arb | 3336",
                "harbour | 3336",
                "kept=true number<10 | 5",
                "kept!=true number<10 | 5",
                "stackTrace~Ticks.tick | 10007",
                "Ticks.write number<3 | 3",
                "harbour number<10 | 4",
                "nowhere | 0",
            })
    void filters(String text, int count) throws Exception {
        open();
        presenter.filter(text);
        assertEquals("", presenter.state().index().error());
        assertEquals(count, presenter.state().index().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red | There is no field colour here.",
                "number>many | many is no figure",
                "payload>4parsecs | 4parsecs is no figure",
                "route>sea | Words are not compared by >",
                "number~4 | 4 is no figure",
                "stackTrace=x | stacks are searched",
            })
    void aWrongFilterSaysWhatIsWrongAndHidesNothing(String text, String words) throws Exception {
        open();
        presenter.filter(text);
        assertTrue(
                presenter.state().index().error().contains(words),
                presenter.state().index().error());
        assertEquals(COUNT, presenter.state().index().size());
    }

    @Test
    void sortsByFiguresWordsAndTime() throws Exception {
        open();
        presenter.filter("number<6");
        presenter.sort(rows().field("payload"), true);
        assertEquals(List.of("5", "4", "3", "2", "1", "0"), column("number"));
        presenter.sort(rows().field("route"), false);
        assertEquals(List.of("0", "3", "1", "2", "4", "5"), column("number"), "harbour, then sea, each in its order");
        presenter.sort(rows().field("load"), true);
        assertEquals("5", column("number").getFirst());
        presenter.sort(-1, false);
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), column("number"));
    }

    @Test
    void theRangeOfTheTimelineHoldsHere() throws Exception {
        Snapshot snapshot = open();
        int time = rows().field("startTime");
        long third = rows().number(row(2), time);
        long sixth = rows().number(row(5), time);
        presenter.show(snapshot, Optional.of(new TimeRange(third, sixth)));
        assertEquals(List.of("2", "3", "4", "5"), column("number"));
        presenter.show(snapshot, Optional.empty());
        assertEquals(COUNT, presenter.state().index().size());
    }

    @Test
    void aChartKeepsWhatStandsOut() throws Exception {
        open();
        presenter.width(50);
        presenter.chart("payload");
        FieldChart chart = Objects.requireNonNull(presenter.state().chart());
        assertEquals(50, chart.low().length);
        assertEquals(COUNT, IntStream.of(chart.count()).sum());
        assertEquals(1_024.0 * (COUNT - 1), chart.most());
        assertEquals(0, chart.least());
        presenter.filter("number=4242");
        chart = Objects.requireNonNull(presenter.state().chart());
        assertEquals(1, IntStream.of(chart.count()).sum(), "the chart shows what the table shows");
        assertEquals(1_024.0 * 4_242, chart.most());
    }

    @Test
    void aLiveTargetHasNoFileAndADamagedOneSaysSo() throws Exception {
        presenter.show(SampleSnapshots.rich(), Optional.empty());
        assertTrue(presenter.state().live());
        assertNull(presenter.state().type());
        Path file = Ticks.write(folder.resolve("ticks.jfr"), 100);
        Snapshot snapshot = Ticks.read(file);
        Files.writeString(file, "remember the milk");
        presenter.show(snapshot, Optional.empty());
        assertTrue(
                presenter.state().failure().endsWith("is not a flight recording; name a .jfr file."),
                presenter.state().failure());
    }

    private Snapshot open() throws Exception {
        Snapshot snapshot = Ticks.read(Ticks.write(folder.resolve("ticks.jfr"), COUNT));
        presenter.show(snapshot, Optional.empty());
        return snapshot;
    }

    private RawType named(String name) {
        return presenter.state().types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RawRows rows() {
        return Objects.requireNonNull(presenter.state().rows());
    }

    /// The row of the tick with this number: the file has them in the order in which buffers were full.
    private int row(int number) {
        int place = rows().field("number");
        return IntStream.range(0, rows().size())
                .filter(row -> rows().number(row, place) == number)
                .findFirst()
                .orElseThrow();
    }

    private Kind kind(String field) {
        return rows().fields().get(rows().field(field)).kind();
    }

    private List<String> column(String field) {
        int place = rows().field(field);
        return EventIndexTest.order(presenter.state().index())
                .mapToObj(row -> EventWords.cell(rows(), row, place))
                .toList();
    }
}
