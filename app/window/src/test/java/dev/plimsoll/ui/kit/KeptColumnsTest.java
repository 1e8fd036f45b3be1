package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Memory;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class KeptColumnsTest {

    private final Memory memory = Memory.untilExit();
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @AfterEach
    void close() {
        Desk.close(stage);
    }

    @Test
    void orderWidthAndChoiceComeBack() {
        TableView<String> first = show(Desk.WIDTH);
        Desk.run(() -> {
            column(first, "frees").setVisible(false);
            first.getColumns().add(0, first.getColumns().remove(2));
            first.resizeColumn(column(first, "size"), 37);
            release(first);
        });
        Desk.close(stage);

        TableView<String> second = show(Desk.WIDTH);
        assertEquals(
                List.of("age", "site", "size", "frees"),
                second.getColumns().stream().map(TableColumn::getText).toList());
        assertEquals(128, column(second, "size").getWidth(), 0.5);
        assertFalse(column(second, "frees").isVisible());
        assertTrue(column(second, "age").isVisible());
        assertEquals(List.of(column(second, "size")), second.getSortOrder());
    }

    @Test
    void whatGivesWayForWantOfRoomIsNotTaken() {
        TableView<String> narrow = show(330);
        assertFalse(column(narrow, "frees").isVisible(), "there is no room");
        Desk.run(() -> narrow.getColumns().add(0, narrow.getColumns().remove(2)));
        Desk.close(stage);
        assertTrue(column(show(Desk.WIDTH), "frees").isVisible());
    }

    @Test
    void aBrokenMemoryIsNoMemory() {
        memory.put("columns.kept", "size\tnarrow\t-\nsize\nold\t12\tfalse\nage\t1e9\ttrue");
        TableView<String> table = show(Desk.WIDTH);
        assertEquals(91, column(table, "size").getWidth(), 0.5);
        assertEquals(93, column(table, "age").getWidth(), 0.5);
        assertEquals(4, table.getColumns().size());
    }

    @Test
    void columnsWithoutANameOfTheirOwnAreNotLost() {
        Desk.run(() -> {
            TableView<String> table = Columns.table();
            table.setId("nameless");
            for (String head : List.of("", "size", "", "")) {
                table.getColumns().add(Columns.text(head, 91, row -> row));
            }
            memory.put("columns.nameless", "size\t120\t-\n\t70\t-");
            KeptColumns.in(table, memory);
            assertEquals(
                    List.of("size", "", "", ""),
                    table.getColumns().stream().map(TableColumn::getText).toList());
            assertEquals(120, table.getColumns().getFirst().getPrefWidth());
        });
        stage = Desk.show(new StackPane(), Theme.LIGHT);
    }

    @Test
    void columnsThatTakeThePlaceOfOthersHaveAMemoryOfTheirOwn() {
        TableView<String> table = Desk.fx(Columns::<String>table);
        Desk.run(() -> table.setId("types"));
        KeptColumns<String> kept = Desk.fx(() -> KeptColumns.in(table, memory));
        stage = Desk.show(new StackPane(table), Theme.LIGHT);
        Desk.run(() -> {
            kept.replace("free", columns());
            table.getColumns().add(0, table.getColumns().remove(2));
            column(table, "size").setVisible(false);
            kept.replace("allocation", columns());
            assertEquals(List.of("site", "size", "age"), heads(table));
            assertTrue(column(table, "size").isVisible());
            kept.replace("free", columns());
            assertEquals(List.of("age", "site", "size"), heads(table));
            assertFalse(column(table, "size").isVisible());
        });
        assertEquals("", memory.get("columns.types.allocation", ""), "nothing was done to them");
    }

    private static List<TableColumn<String, String>> columns() {
        return List.of("site", "size", "age").stream()
                .map(head -> Columns.<String>text(head, 91, row -> row))
                .toList();
    }

    private static List<String> heads(TableView<String> table) {
        return table.getColumns().stream().map(TableColumn::getText).toList();
    }

    private TableView<String> show(double width) {
        TableView<String> table = Desk.fx(() -> {
            TableView<String> made = Columns.table();
            made.setId("kept");
            TableColumn<String, String> site = Columns.text("site", 120, row -> row);
            TableColumn<String, String> size = Columns.number("size", 91, String::length, row -> row);
            TableColumn<String, String> age = Columns.number("age", 93, String::length, row -> row);
            TableColumn<String, String> frees = Columns.number("frees", 97, String::length, row -> row);
            made.getColumns().setAll(List.of(site, size, age, frees));
            made.getSortOrder().setAll(List.of(size));
            FitColumns.in(made, site, 100, List.of(frees));
            KeptColumns.in(made, memory);
            return made;
        });
        stage = Desk.show(new StackPane(table), Theme.LIGHT);
        Desk.run(() -> stage.setWidth(width));
        Desk.settle();
        return table;
    }

    private static TableColumn<String, ?> column(TableView<String> table, String head) {
        return Desk.fx(() -> table.getColumns().stream()
                .filter(column -> column.getText().equals(head))
                .findFirst()
                .orElseThrow());
    }

    private static void release(TableView<?> table) {
        table.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                null));
    }
}
