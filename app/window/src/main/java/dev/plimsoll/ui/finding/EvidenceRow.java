package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Severity;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.ClickBox;
import dev.plimsoll.ui.kit.Sparkline;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One line of evidence: its number, its words, and where it leads at the right end.
final class EvidenceRow {

    private static final String DOOR = "evidence-door";

    private EvidenceRow() {}

    /// @param number from 1, strongest first
    /// @param severity of the finding: the colour of what it draws
    /// @param onEnter goes where the line leads
    static Region of(int number, EvidenceLine line, Tokens tokens, Severity severity, Runnable onEnter) {
        String door = Doors.words(line.door());
        HBox words = words(number, line.words(), door);
        if (!line.course().isEmpty()) {
            Sparkline course = new Sparkline(tokens);
            course.getStyleClass().add("course");
            course.show(
                    line.course().stream().mapToDouble(Double::doubleValue).toArray(),
                    shown -> shown.get(Verdicts.token(severity)));
            words.getChildren().add(2, course);
            words.setAlignment(Pos.CENTER_LEFT);
        }
        if (door.isEmpty()) {
            words.getStyleClass().add("evidence-row");
            return words;
        }
        ClickBox row = new ClickBox(0, Words.say("door.leads", line.words(), door), onEnter);
        row.setId("evidence-" + number);
        row.getStyleClass().addAll("evidence-row", DOOR);
        row.getChildren().add(words);
        return row;
    }

    /// Whether a key pressed there is for a line that leads somewhere.
    static boolean isDoor(EventTarget target) {
        return target instanceof ClickBox box && box.getStyleClass().contains(DOOR);
    }

    private static HBox words(int number, String text, String door) {
        Label figure = Texts.mono(Integer.toString(number));
        figure.getStyleClass().add("secondary");
        figure.setMinWidth(16);
        Label words = Texts.label(text, "table-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, figure, words);
        row.setAlignment(Pos.BASELINE_LEFT);
        if (!door.isEmpty()) {
            Label leads = Texts.label(door, "table-text", "link");
            leads.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(leads);
        }
        return row;
    }
}
