package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ui.Tokens;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Cells that say more than a text. FX thread.
public final class Cells {

    private Cells() {}

    /// A swatch and the binding's name beside it.
    public static <R> TableCell<R, R> binding(Function<R, String> binding, Tokens tokens) {
        Swatch swatch = new Swatch("", tokens);
        return new NodeCell<>(row -> {
            swatch.setName(binding.apply(row));
            HBox box = new HBox(6, swatch, Texts.label(binding.apply(row), "table-text"));
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        });
    }

    /// A frame: package and line secondary.
    ///
    /// @param otherwise what stands there without a frame
    public static <R> TableCell<R, R> frame(Function<R, @Nullable Frame> frame, String otherwise) {
        return new NodeCell<>(row -> {
            Frame known = frame.apply(row);
            if (known == null) {
                return Texts.label(otherwise, "table-text", "secondary");
            }
            HBox box = new HBox(Frames.label(known));
            box.setAlignment(Pos.CENTER_LEFT);
            box.setFillHeight(false);
            return box;
        });
    }

    /// Words of a row.
    public static <R> TableCell<R, R> text(Function<R, String> text) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable R row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? null : text.apply(row));
            }
        };
    }

    /// A verdict with icon and word; nothing without one.
    public static <R> TableCell<R, R> verdict(Function<R, @Nullable Verdict> verdict) {
        return new NodeCell<>(row -> {
            Verdict known = verdict.apply(row);
            return known == null ? null : Verdicts.inCell(known);
        });
    }

    private static final class NodeCell<R> extends TableCell<R, R> {
        private final Function<R, @Nullable Node> node;

        NodeCell(Function<R, @Nullable Node> node) {
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(row == null || empty ? null : node.apply(row));
        }
    }
}
