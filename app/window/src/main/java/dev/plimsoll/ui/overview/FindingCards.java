package dev.plimsoll.ui.overview;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.kit.ClickBox;
import dev.plimsoll.ui.kit.FindingFigures;
import dev.plimsoll.ui.kit.RowList;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The findings at the right of the overview; each leads to its page.
final class FindingCards {

    /// A finding and its place in the snapshot.
    private record Card(Finding finding, int index) {}

    private final RowList<Card> cards = new RowList<>(this::card);
    private final IntConsumer onOpen;

    FindingCards(IntConsumer onOpen) {
        this.onOpen = onOpen;
    }

    Region node() {
        return cards;
    }

    void show(List<Finding> findings) {
        cards.show(IntStream.range(0, findings.size())
                .mapToObj(i -> new Card(findings.get(i), i))
                .toList());
    }

    private Region card(Card of) {
        Finding finding = of.finding;
        int index = of.index;
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
            Label evidence = Texts.caption(finding.evidence().getFirst().words());
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
