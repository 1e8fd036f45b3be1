package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Phase;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The area of the pages: one page, or what is said while a session opens or when it could not be opened.
final class PagePane extends StackPane {

    private final Label doing = Texts.label("", "strong");
    private final Label share = Texts.mono("");
    private final ProgressBar bar = new ProgressBar();
    private final VBox working = new VBox(8);
    private final Label sentence = Texts.body("");
    private final VBox failed = new VBox(8);
    private final EmptyState gone = new EmptyState("inbox");

    PagePane(Runnable onBack) {
        getStyleClass().add("page");
        HBox words = new HBox(8, doing, Texts.spacer(), share);
        words.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("working-bar");
        Button cancel = new Button(Words.say("opening.cancel"));
        cancel.setId("cancel-opening");
        cancel.setOnAction(event -> onBack.run());
        working.getChildren().addAll(words, bar, cancel);
        working.setMaxSize(420, Region.USE_PREF_SIZE);
        working.setId("opening");
        working.getStyleClass().add("working-box");
        Label what = Texts.headline(Words.say("failed.title"));
        what.getStyleClass().add("critical");
        var icon = Icons.of("alert-octagon", 16);
        icon.getStyleClass().add("critical");
        HBox title = new HBox(8, icon, what);
        title.setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setId("failed-sentence");
        Button back = new Button(Words.say("failed.back"));
        back.setId("back");
        back.setOnAction(event -> onBack.run());
        failed.getStyleClass().add("error-box");
        failed.setMaxSize(520, Region.USE_PREF_SIZE);
        failed.getChildren().addAll(title, sentence, back);
    }

    /// @param page shown unless the phase has nothing for it yet
    /// @param hasData whether anything was recorded
    void show(Phase phase, Node page, boolean hasData) {
        switch (phase) {
            case Phase.Opening opening
            when !hasData -> {
                doing.setText(opening.doing());
                share.setText(opening.done() < 0 ? "" : Words.percent(opening.done()));
                bar.setProgress(opening.done() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : opening.done());
                only(working);
            }
            case Phase.Failed failure -> {
                sentence.setText(failure.sentence());
                only(failed);
            }
            case Phase.Ended ended
            when !hasData -> {
                gone.say(ended.sentence(), Words.say("ended.nothing"));
                only(gone);
            }
            default -> only(page);
        }
    }

    void only(Node node) {
        if (getChildren().size() != 1 || !getChildren().getFirst().equals(node)) {
            getChildren().setAll(node);
        }
    }
}
