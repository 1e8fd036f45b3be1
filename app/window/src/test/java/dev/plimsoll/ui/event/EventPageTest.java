package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Events page as a person uses it, from a recording on a disk.
final class EventPageTest {

    @TempDir
    private Path folder;

    @Test
    void fromTheListOfTypesToOneEventWithItsStack() throws Exception {
        Path file = Ticks.write(folder.resolve("ticks.jfr"), 5_000);
        try (PageDesk desk = PageDesk.open(Ticks.read(file), new EventPage())) {
            Desk.await("the events", () -> Desk.words().contains("5,000 events"));
            assertTrue(Desk.words().contains("acme.Alarm"), Desk.words());
            assertTrue(Desk.shows("#event-chart"));

            desk.text("#event-filter", "payload>4m route=sea");
            Desk.await("fewer", () -> Desk.words().contains("602 of 5,000 events"));
            Desk.run(() -> {
                TableView<?> table = (TableView<?>) Desk.find("#events");
                sort(table, "event-payload");
                table.getSelectionModel().select(0);
            });
            desk.settle();
            Desk.key(KeyCode.Q);
            String words = Desk.words();
            assertTrue(words.contains("5,118,976"), "the largest payload comes first: " + words);
            assertTrue(words.contains(":tick") || words.contains("Ticks.tick"), words);
            Desk.key(KeyCode.Q);

            Desk.run(() -> {
                TableView<?> table = (TableView<?>) Desk.find("#events");
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().selectRange(0, 3);
                table.requestFocus();
            });
            Desk.key(KeyCode.CONTROL, KeyCode.C);
            List<String> copied = desk.clipboard().lines().toList();
            assertEquals(4, copied.size(), copied::toString);
            assertTrue(copied.get(1).contains("\"5,118,976\""), copied::toString);

            desk.text("#event-filter", "colour=red");
            Desk.await("what is wrong", () -> Desk.words().contains("There is no field colour here."));
            assertFalse(Desk.words().contains("602 of"), "a wrong filter hides nothing");
        }
    }

    @Test
    void columnsThatTellLeastGiveWayInANarrowWindow() throws Exception {
        Path file = Ticks.write(folder.resolve("ticks.jfr"), 900);
        try (PageDesk desk = PageDesk.open(Ticks.read(file), new EventPage())) {
            Desk.await("the events", () -> Desk.words().contains("900 events"));
            desk.settle();
            TableView<?> table = (TableView<?>) Desk.find("#events");
            List<String> shown = heads(table);
            assertTrue(shown.containsAll(List.of("Start Time", "Number", "Payload", "Route")), shown::toString);
            assertFalse(shown.contains("Duration"), "0 in each event: " + shown);
            assertTrue(columns(table) <= table.getWidth(), shown + ", nothing to scroll to");

            Desk.run(() -> table.getColumns().get(1).setVisible(true));
            Desk.run(() -> table.getScene().getWindow().setWidth(960));
            desk.settle();
            assertTrue(heads(table).contains("Duration"), "whoever asks for it keeps it: " + heads(table));
        }
    }

    private static List<String> heads(TableView<?> table) {
        return Desk.fx(() ->
                table.getVisibleLeafColumns().stream().map(TableColumn::getText).toList());
    }

    private static double columns(TableView<?> table) {
        return Desk.fx(() -> table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getWidth)
                .sum());
    }

    private static <R> void sort(TableView<R> table, String id) {
        for (TableColumn<R, ?> column : table.getColumns()) {
            if (id.equals(column.getId())) {
                table.getSortOrder().add(column);
            }
        }
    }
}
