package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The sandwich: callers above, growing up from the method, and what it calls below. A click on a frame puts that
/// method
/// in the middle. FX thread.
final class SandwichView {

    private final FlameCanvas callers;
    private final FlameCanvas callees;
    private final Label callersHead = Texts.caption("");
    private final Label calleesHead = Texts.caption("");
    private final SplitPane root = new SplitPane();

    /// @param onMethod takes the method of a clicked frame
    SandwichView(PageContext context, Consumer<Frame> onMethod) {
        callers = canvas(context, "flame-callers", onMethod);
        callees = canvas(context, "flame-callees", onMethod);
        root.setOrientation(Orientation.VERTICAL);
        root.getItems().setAll(pane(callersHead, callers), pane(calleesHead, callees));
        new KeptDivider(root, "flame.sandwich").in(context.memory()).place(0.5);
        root.getStyleClass().add("flame-sandwich");
    }

    Region node() {
        return root;
    }

    void show(FlameViewState state) {
        state.sandwich().ifPresent(sandwich -> {
            String name = Frames.shortName(sandwich.method());
            callersHead.setText(Words.say("flame.sandwich.callers", name));
            calleesHead.setText(Words.say("flame.sandwich.callees", name));
            callers.show(state.half(sandwich.callers(), false));
            callees.show(state.half(sandwich.callees(), true));
        });
    }

    private static FlameCanvas canvas(PageContext context, String id, Consumer<Frame> onMethod) {
        FlameCanvas canvas = new FlameCanvas(context.tokens(), width -> {});
        canvas.setId(id);
        canvas.setOnMouseClicked(event -> {
            Optional<FlameBox> box = canvas.boxAt(event.getX(), event.getY());
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                box.filter(found -> found.merged() == 0)
                        .flatMap(found -> Optional.ofNullable(found.frame()))
                        .ifPresent(onMethod);
            }
        });
        return canvas;
    }

    private static Region pane(Label head, FlameCanvas canvas) {
        HBox line = new HBox(head);
        line.getStyleClass().add("pane-head");
        BorderPane pane = new BorderPane(canvas);
        pane.setTop(line);
        pane.setMinHeight(60);
        return pane;
    }
}
