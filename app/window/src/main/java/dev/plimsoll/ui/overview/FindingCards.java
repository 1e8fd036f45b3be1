package dev.plimsoll.ui.overview;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.kit.ClickBox;
import dev.plimsoll.ui.kit.FindingFigures;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The findings at the right of the overview; each leads to its page.
final class FindingCards extends VBox {

    private final IntConsumer onOpen;
    private @Nullable List<Finding> shown;

    FindingCards(IntConsumer onOpen) {
        this.onOpen = onOpen;
        getStyleClass().add("finding-cards");
    }

    void show(List<Finding> findings) {
        if (Objects.equals(findings, shown)) {
            return;
        }
        shown = findings;
        getChildren().clear();
        for (int i = 0; i < findings.size(); i++) {
            getChildren().add(card(findings.get(i), i));
        }
    }

    private Node card(Finding finding, int index) {
        HBox head = new HBox(Verdicts.badge(finding), Texts.spacer(), figure(finding));
        head.setAlignment(Pos.CENTER_LEFT);
        Label sentence = Texts.label(finding.sentence(), "table-text", "card-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        ClickBox card = new ClickBox(4, Words.say("finding.open", finding.sentence()), () -> onOpen.accept(index));
        card.getStyleClass().add("finding-card");
        card.setId("finding-" + index);
        card.getChildren().addAll(head, sentence);
        Frame frame = finding.frame();
        if (frame != null) {
            Label line = Texts.mono(frame.label());
            line.getStyleClass().add("card-frame");
            card.getChildren().add(line);
        }
        if (!finding.evidence().isEmpty()) {
            Label evidence = Texts.caption(finding.evidence().getFirst());
            evidence.setWrapText(true);
            evidence.setMinHeight(Region.USE_PREF_SIZE);
            card.getChildren().add(evidence);
        }
        return card;
    }

    private static Label figure(Finding finding) {
        Label figure = Texts.label(FindingFigures.of(finding), "mono", "figure", "strong");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return figure;
    }
}
