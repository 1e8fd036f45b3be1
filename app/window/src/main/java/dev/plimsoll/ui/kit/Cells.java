package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ui.Tokens;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;
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

    /// An address that a click inspects; a click beside it chooses the row. The keyboard reaches it in the row's
    /// details.
    public static <R> TableCell<R, R> address(ToLongFunction<R> address, LongConsumer onInspect) {
        AddressLink link = new AddressLink(onInspect);
        link.setFocusTraversable(false);
        return new NodeCell<>(row -> {
            link.show(address.applyAsLong(row));
            return link;
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
