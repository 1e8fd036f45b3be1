package dev.plimsoll.ui.finding;

import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What to change: words, and the pattern in code below them where the advice has one. FX thread.
final class AdviceBox extends VBox {

    private final Label words = Texts.body("");
    private final Label code = Texts.mono("");
    private final VBox pattern;
    private String copied = "";

    AdviceBox(Consumer<String> onCopy) {
        super(8);
        words.setId("advice");
        code.setId("advice-code");
        for (Label label : List.of(words, code)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        Button copy = new Button(null, Icons.small("copy"));
        copy.getStyleClass().addAll("flat", "icon-only");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(Words.say("findings.copyCode"));
        copy.setOnAction(event -> onCopy.accept(copied));
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(8, code, copy);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("code-box", "advice-code");
        pattern = new VBox(6, box, Texts.caption(Words.say("findings.pattern")));
        getChildren().addAll(words, pattern);
    }

    void show(String advice) {
        copied =
                advice.lines().filter(AdviceBox::isCode).map(AdviceBox::laidOut).collect(Collectors.joining("\n"));
        words.setText(advice.lines().filter(line -> !isCode(line)).collect(Collectors.joining("\n")));
        // A line is wrapped at a blank, also at one of its indentation.
        code.setText(copied.replace("    ", "\u00A0\u00A0\u00A0\u00A0"));
        pattern.setVisible(!copied.isEmpty());
        pattern.setManaged(!copied.isEmpty());
    }

    /// A statement a line, blocks indented, as a person would write it.
    static String laidOut(String line) {
        StringBuilder code = new StringBuilder();
        int parentheses = 0;
        int depth = 0;
        boolean fresh = true;
        for (char c : line.toCharArray()) {
            parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '}') {
                depth = Math.max(0, depth - 1);
                newLine(code);
                fresh = true;
            }
            if (fresh && c == ' ') {
                continue;
            }
            if (fresh) {
                newLine(code);
                code.append("    ".repeat(depth));
            }
            code.append(c);
            depth += c == '{' ? 1 : 0;
            fresh = parentheses == 0 && (c == '{' || c == '}' || c == ';');
        }
        return code.toString().replaceAll("\\}\n *(catch|finally|else)\\b", "} $1");
    }

    private static void newLine(StringBuilder code) {
        if (!code.isEmpty() && code.charAt(code.length() - 1) != '\n') {
            code.append('\n');
        }
    }

    /// A sentence ends with neither.
    private static boolean isCode(String line) {
        return line.endsWith(";") || line.endsWith("}");
    }
}
