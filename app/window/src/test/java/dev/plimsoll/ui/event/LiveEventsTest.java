package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Events are listed, filtered, sorted and drawn while the recorder of a JVM, here this one, writes them.
final class LiveEventsTest {

    private LiveTicks ticks;
    private final EventPresenter presenter =
            new EventPresenter(Runnable::run, Runnable::run, type -> Optional.of(feed(type)), state -> {});

    private int seconds;

    private EventFeed feed(String type) {
        return ticks.feed(type);
    }

    @BeforeEach
    void record() throws Exception {
        ticks = LiveTicks.start();
    }

    @AfterEach
    void end() {
        ticks.close();
    }

    /// A snapshot a second later.
    private Snapshot next() {
        Snapshot live = SampleSnapshots.rich();
        TimelineSnapshot times = live.timeline();
        seconds++;
        return new Snapshot(
                live.version() + seconds,
                new Phase.Live(),
                live.subject(),
                live.stacks(),
                live.ledger(),
                new TimelineSnapshot(
                        times.start(),
                        times.end() + seconds * SampleSnapshots.SECOND,
                        times.rss(),
                        times.heapUsed(),
                        times.heapCommitted(),
                        times.nativeLive(),
                        times.callbacks(),
                        times.cycles(),
                        times.memoryLimit(),
                        times.gauges()),
                live.findings(),
                live.summary(),
                live.health(),
                live.coverage());
    }

    private void look() {
        presenter.show(next(), Optional.empty());
    }

    private RawRows rows() {
        return Objects.requireNonNull(presenter.state().rows());
    }

    private RawType tick() {
        return presenter.state().types().stream()
                .filter(type -> type.name().equals("acme.Tick"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers() {
        int place = rows().field("number");
        return EventIndexTest.order(presenter.state().index())
                .mapToObj(row -> EventWords.cell(rows(), row, place))
                .toList();
    }

    @Test
    void moreComeWhileFilterSortAndChoiceStay() throws Exception {
        ticks.tick(0, 5);
        look();
        assertEquals(5, tick().events());
        presenter.choose(tick());
        assertEquals(5, rows().size());
        presenter.filter("number>=3");
        presenter.sort(rows().field("payload"), true);
        presenter.chart("payload");
        assertEquals(List.of("4", "3"), numbers());
        int chosen = presenter.state().index().row(0);
        presenter.select(chosen);

        ticks.tick(5, 9);
        presenter.show(SampleSnapshots.rich(), Optional.empty());
        assertEquals(5, rows().size(), "no second has passed in the recording");
        look();
        assertEquals(List.of("8", "7", "6", "5", "4", "3"), numbers());
        assertEquals(9, rows().size());
        assertEquals(9, tick().events());
        assertEquals("4", EventWords.cell(rows(), presenter.state().selected(), rows().field("number")));
        assertEquals(
                8 * 1_024.0, Objects.requireNonNull(presenter.state().chart()).most());

        presenter.leave();
        assertNull(presenter.state().rows(), "a page that nobody sees keeps nothing");
        look();
        assertEquals(List.of("8", "7", "6", "5", "4", "3"), numbers());
    }

    @Test
    void anotherTypeFromItsFirstEvent() throws Exception {
        ticks.tick(0, 3);
        look();
        RawType other = presenter.state().types().stream()
                .filter(type -> !type.name().equals("acme.Tick"))
                .findFirst()
                .orElseThrow();
        presenter.choose(other);
        assertEquals(other.name(), rows().type());
        presenter.choose(tick());
        assertEquals(3, rows().size());
    }

    @Test
    void asAPersonSeesIt() throws Exception {
        ticks.tick(0, 4_000);
        try (PageDesk desk = PageDesk.open(next(), new EventPage())) {
            assertTrue(Desk.words().contains("No event has come yet"), Desk.words());
            desk.feeds(this::feed);
            desk.publish(next());
            Desk.await("the types", () -> Desk.words().contains("acme.Tick"));
            Desk.run(() -> {
                @SuppressWarnings("unchecked")
                TableView<RawType> types = (TableView<RawType>) Desk.find("#event-types");
                types.getItems().stream()
                        .filter(type -> type.name().equals("acme.Tick"))
                        .findFirst()
                        .ifPresent(types.getSelectionModel()::select);
            });
            Desk.await("the ticks", () -> Desk.words().contains("4,000 events, "));
            assertTrue(Desk.words().contains("KiB kept"), "how much is kept: " + Desk.words());
            desk.text("#event-filter", "number>=3990");
            Desk.await("fewer", () -> Desk.words().contains("10 of 4,000 events, 4,000 with "));
            ticks.tick(4_000, 4_007);
            desk.publish(next());
            Desk.await("more", () -> Desk.words().contains("17 of 4,007 events, 4,007 with "));
            assertTrue(Desk.shows("#event-chart"));
        }
    }
}
