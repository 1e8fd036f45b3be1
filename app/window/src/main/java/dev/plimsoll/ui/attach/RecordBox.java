package dev.plimsoll.ui.attach;

import dev.plimsoll.session.TimedRecording.Progress;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How far a recording to a file is, with ways to end it; not there while none runs. FX thread.
final class RecordBox extends VBox {

    private final Label doing = Texts.label("", "strong", "table-text");
    private final Label share = Texts.mono("");
    private final ProgressBar bar = new ProgressBar();
    private final Button finish = new Button(Words.say("record.finish"));
    private final Button cancel = new Button(Words.say("record.cancel"));
    private final HBox ways = new HBox(8, finish, cancel);

    RecordBox(Runnable onFinish, Runnable onCancel) {
        super(8);
        setId("recording-box");
        getStyleClass().add("recording-box");
        doing.setWrapText(true);
        doing.setMinHeight(Region.USE_PREF_SIZE);
        share.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = new HBox(8, doing, Texts.spacer(), share);
        words.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("working-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        finish.setId("record-finish");
        finish.setOnAction(event -> onFinish.run());
        cancel.setId("record-cancel");
        cancel.setOnAction(event -> onCancel.run());
        getChildren().setAll(words, bar, ways);
        there(false);
    }

    /// @param who the process, as the picker names it
    void show(String who, Progress progress) {
        switch (progress) {
            case Progress.Attaching attaching -> working(attaching.phrase(), "", -1, false);
            case Progress.Recording recording ->
                working(
                        Words.say("record.recording", who),
                        Words.say("record.share", seconds(recording.done()), seconds(recording.of())),
                        recording.done().toNanos() / (double) recording.of().toNanos(),
                        true);
            case Progress.Failed failed -> said(failed.sentence());
            case Progress.Written ignored -> there(false);
            case Progress.Cancelled ignored -> there(false);
        }
    }

    /// Ending has been asked for and takes a moment.
    void ending() {
        doing.setText(Words.say("record.ending"));
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        ways.setDisable(true);
    }

    private void working(String what, String howFar, double part, boolean canFinish) {
        there(true);
        bar(true);
        if (ways.isDisabled()) {
            return;
        }
        doing.setText(what);
        share.setText(howFar);
        bar.setProgress(part < 0 ? ProgressBar.INDETERMINATE_PROGRESS : part);
        finish.setVisible(canFinish);
        finish.setManaged(canFinish);
    }

    private void said(String sentence) {
        there(true);
        bar(false);
        doing.setText(sentence);
        share.setText("");
    }

    private void bar(boolean shown) {
        bar.setVisible(shown);
        bar.setManaged(shown);
        ways.setVisible(shown);
        ways.setManaged(shown);
    }

    private void there(boolean is) {
        setVisible(is);
        setManaged(is);
        if (!is) {
            ways.setDisable(false);
        }
    }

    private static String seconds(Duration time) {
        return Words.count(time.toSeconds());
    }
}
