package dev.plimsoll.ui.flame;

import dev.plimsoll.ui.kit.Patience;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// In place of a first graph that takes long: what is being done, and a way to stop it and to begin again. FX thread.
final class FlameWork extends VBox {

    private static final double BAR = 240;

    private final Label words = Texts.label("", "what");
    private final ProgressBar bar = new ProgressBar();
    private final Button act = new Button();
    private final Patience patience = new Patience(this::there);
    private final Runnable onStop;
    private final Runnable onAgain;
    private boolean stopped;

    FlameWork(Runnable onStop, Runnable onAgain) {
        this.onStop = onStop;
        this.onAgain = onAgain;
        setId("flame-working");
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        bar.getStyleClass().add("working-bar");
        bar.setPrefWidth(BAR);
        act.setId("flame-work-act");
        getChildren().setAll(words, bar, act);
    }

    /// @param working whether nothing can be shown yet because it is being made
    /// @param hasStopped whether a person stopped that
    /// @param stacks how many are folded
    void show(boolean working, boolean hasStopped, int stacks) {
        stopped = hasStopped;
        words.setText(Words.say(stopped ? "flame.stopped" : "flame.working", Words.count(stacks)));
        bar.setVisible(!stopped);
        bar.setManaged(!stopped);
        act.setText(Words.say(stopped ? "flame.again" : "flame.cancel"));
        act.setOnAction(event -> (stopped ? onAgain : onStop).run());
        patience.working(working);
        if (stopped) {
            there(true);
        } else if (!working) {
            there(false);
        }
    }

    private void there(boolean is) {
        setVisible(is || stopped);
    }
}
