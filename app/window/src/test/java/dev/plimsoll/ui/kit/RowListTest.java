package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RowListTest {

    private static final String LONG = "words that do not fit on one line ".repeat(12);

    private final List<String> made = new ArrayList<>();
    private final RowList<String> list = Desk.fx(() -> new RowList<>(this::row));

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    private Label row(String text) {
        made.add(text);
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("made-row");
        return label;
    }

    @Test
    void ofManyRowsOnlyThoseOnTheScreenAreMade() {
        List<String> rows =
                IntStream.range(0, 1_003).mapToObj(i -> i + " " + LONG).toList();
        Stage stage = Desk.show(Desk.fx(() -> new StackPane(list)), Theme.LIGHT);
        Desk.run(() -> list.show(rows));
        Desk.settle();
        int before = made.size();
        assertTrue(before > 3 && before < 100, () -> "made " + before);
        for (Node row : Desk.fx(() -> list.lookupAll(".made-row"))) {
            Label label = (Label) row;
            assertEquals(Desk.fx(() -> label.prefHeight(label.getWidth())), label.getHeight(), 1);
            assertTrue(label.getWidth() <= list.getWidth(), "wraps");
        }
        // Equal rows keep their nodes.
        Desk.run(() -> list.show(List.copyOf(rows)));
        Desk.settle();
        assertEquals(before, made.size());
        Desk.run(() -> list.show(rows.subList(1_000, 1_003)));
        Desk.settle();
        assertTrue(made.contains(rows.get(1_002)));
        Desk.close(stage);
    }
}
