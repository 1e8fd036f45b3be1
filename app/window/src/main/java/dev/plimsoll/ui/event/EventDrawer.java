package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One event with all its fields, its stack at the end. FX thread.
final class EventDrawer {

    private final Drawer drawer;
    private final Tokens tokens;
    private final Label title = Texts.head("");
    private final Button copy = new Button(Words.say("events.copy"), Icons.of("copy"));
    private String text = "";
    private @Nullable Shown shown;

    private record Shown(@Nullable RawRows rows, int selected) {

        /// Also when the table has grown since.
        boolean same(@Nullable Shown other) {
            if (other == null || rows == null || other.rows == null || selected < 0 || other.selected < 0) {
                return equals(other) || (other != null && selected < 0 && other.selected < 0);
            }
            return rows.continues(other.rows) && rows.first() + selected == other.rows.first() + other.selected;
        }
    }

    EventDrawer(Tokens tokens, Runnable onClose, Consumer<String> onCopy) {
        this.tokens = tokens;
        drawer = new Drawer(title, onClose);
        copy.setId("event-copy");
        copy.setOnAction(event -> onCopy.accept(text));
        drawer.actions(copy);
    }

    Region node() {
        return drawer;
    }

    /// Nodes that are made anew in every layout would never get their styles: only a change makes them.
    void show(EventViewState state) {
        RawRows rows = state.rows();
        Shown wanted = new Shown(rows, state.selected());
        if (wanted.same(shown)) {
            return;
        }
        shown = wanted;
        var body = drawer.body();
        body.getChildren().clear();
        copy.setDisable(rows == null || state.selected() < 0);
        if (rows == null || state.selected() < 0) {
            title.setText(Words.say("events.one"));
            Label nothing = Texts.caption(Words.say("events.nothing"));
            nothing.setWrapText(true);
            nothing.setMinHeight(Region.USE_PREF_SIZE);
            body.getChildren().add(nothing);
            return;
        }
        title.setText(rows.type());
        StringBuilder all = new StringBuilder(rows.type()).append('\n');
        for (int field = 0; field < rows.fields().size(); field++) {
            RawField declared = rows.fields().get(field);
            if (declared.kind() == RawField.Kind.STACK) {
                continue;
            }
            String value = EventWords.cell(rows, state.selected(), field);
            all.append(declared.name()).append(" = ").append(value).append('\n');
            Label shown = Texts.mono(value.isEmpty() ? Words.say("events.none") : value);
            shown.setWrapText(true);
            shown.setMinHeight(Region.USE_PREF_SIZE);
            body.getChildren().add(Drawer.pair(declared.label(), shown));
        }
        stacks(rows, state.selected(), all);
        text = all.toString();
    }

    private void stacks(RawRows rows, int row, StringBuilder all) {
        for (int field = 0; field < rows.fields().size(); field++) {
            RawField declared = rows.fields().get(field);
            if (declared.kind() == RawField.Kind.STACK) {
                StackView view = new StackView(tokens);
                var stack = rows.stack(rows.number(row, field));
                view.show(stack);
                drawer.body().getChildren().addAll(Texts.head(declared.label()), view);
                stack.frames()
                        .forEach(frame ->
                                all.append("    at ").append(frame.label()).append('\n'));
            }
        }
    }
}
