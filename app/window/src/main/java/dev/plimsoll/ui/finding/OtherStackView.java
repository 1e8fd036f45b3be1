package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The second stack of a finding, innermost first as it was kept; hidden when there is none.
final class OtherStackView extends VBox {

    OtherStackView() {
        super(2);
        setId("other-stack");
        show(null);
    }

    void show(Finding.@Nullable OtherStack other) {
        setVisible(other != null);
        setManaged(other != null);
        getChildren().clear();
        if (other != null) {
            Label head = Texts.head(Words.say("findings.other", other.what()));
            head.getStyleClass().add("part-head");
            head.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(head);
            other.frames().forEach(frame -> getChildren().add(Texts.mono(frame)));
        }
    }
}
