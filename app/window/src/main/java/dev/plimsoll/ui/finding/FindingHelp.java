package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Help;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of help of the finding's rule, below everything else. It is read off the FX thread, when it is asked for.
final class FindingHelp extends VBox {

    private final Newest reading = new Newest(ForkJoinPool.commonPool(), new FrameDoor()::run);
    private String shown = "";

    FindingHelp() {
        super(8);
        setId("finding-help");
    }

    void show(String rule) {
        if (rule.equals(shown)) {
            return;
        }
        shown = rule;
        reading.ask(stale -> Help.of(rule), this::show);
    }

    boolean settled() {
        return !reading.busy();
    }

    private void show(Optional<Help> page) {
        setVisible(page.isPresent());
        setManaged(page.isPresent());
        getChildren().clear();
        page.ifPresent(this::fill);
    }

    private void fill(Help page) {
        Label head = Texts.head(Words.say("findings.help", page.title()));
        head.getStyleClass().add("part-head");
        head.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(head);
        for (String paragraph : page.paragraphs()) {
            Label text = Texts.body(paragraph);
            text.setWrapText(true);
            text.setMaxWidth(820);
            text.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(text);
        }
    }
}
