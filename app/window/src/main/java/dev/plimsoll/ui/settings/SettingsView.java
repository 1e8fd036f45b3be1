package dev.plimsoll.ui.settings;

import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Nodes of the settings page. Each choice holds at once and is remembered; what holds at the next start says so.
/// FX thread.
public final class SettingsView extends BorderPane {

    private static final double NAMES = 190;
    private static final double CONTROL = 28;
    private static final double WIDEST = 760;
    private static final List<String> THEMES = List.of("system", "light", "dark");
    private static final List<String> SCALES = List.of("100", "125", "150", "175", "200");
    private static final List<String> TEXTS = List.of("100", "115", "130");
    private static final List<String> CONTRASTS = List.of("usual", "high");
    private static final List<String> TIMES = List.of("clock", "start");

    private final Memory memory;
    private final Consumer<String> onChange;

    /// @param onChange takes the name of a setting that was changed
    public SettingsView(Memory memory, Consumer<String> onChange, Runnable onClose) {
        this.memory = memory;
        this.onChange = onChange;
        setId("settings");
        getStyleClass().add("settings");
        Button close = new Button(null, Icons.of("x"));
        close.getStyleClass().addAll("flat", "icon-only");
        close.setAccessibleText(Words.say("settings.close"));
        close.setId("settings-close");
        close.setOnAction(event -> onClose.run());
        HBox head = new HBox(8, Texts.headline(Words.say("settings.title")), Texts.spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("settings-head");
        VBox body = new VBox(
                part("settings.look"),
                row("settings.theme", choice(Setting.THEME, THEMES, "system"), ""),
                row("settings.scale", choice(Setting.SCALE, SCALES, "100"), Words.say("settings.scale.why")),
                row("settings.text", choice(Setting.TEXT, TEXTS, "100"), Words.say("settings.text.why")),
                row("settings.contrast", choice(Setting.CONTRAST, CONTRASTS, "usual"), ""),
                row("settings.time", choice(Setting.TIME, TIMES, "clock"), ""),
                row("settings.news", news(), ""),
                part("settings.code"),
                row("settings.command", command(), Words.say("settings.command.why")),
                row("settings.folders", folders(), Words.say("settings.folders.why")),
                part("settings.privacy"),
                row("settings.stays", Texts.label(Words.say("settings.stays.why"), "table-text"), ""));
        body.getStyleClass().add("settings-body");
        body.setMaxWidth(WIDEST);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setTop(head);
        setCenter(scroll);
    }

    private Node choice(String setting, List<String> values, String otherwise) {
        Segments<String> segments = new Segments<>(value -> put(setting, value));
        for (String value : values) {
            segments.add(value, Words.say("settings." + setting + "." + value))
                    .setId("setting-" + setting + "-" + value);
        }
        String now = memory.get(setting, otherwise);
        segments.select(values.contains(now) ? now : otherwise);
        return segments;
    }

    private Node news() {
        CheckBox box = new CheckBox(Words.say("settings.news.announce"));
        box.setId("setting-news");
        box.setSelected(memory.get(Setting.NEWS, "yes").equals("yes"));
        box.setOnAction(event -> put(Setting.NEWS, box.isSelected() ? "yes" : "no"));
        return box;
    }

    private Node command() {
        TextField field = new TextField(memory.get(Setting.SOURCE_COMMAND, ""));
        field.setId("setting-command");
        field.setPromptText(Words.say("settings.command.prompt"));
        field.setPrefColumnCount(40);
        return kept(field, Setting.SOURCE_COMMAND);
    }

    private Node folders() {
        TextArea area = new TextArea(memory.get(Setting.SOURCE_FOLDERS, ""));
        area.setId("setting-folders");
        area.setPromptText(Words.say("settings.folders.prompt"));
        area.setPrefRowCount(3);
        area.setPrefColumnCount(40);
        return kept(area, Setting.SOURCE_FOLDERS);
    }

    private Node kept(TextInputControl control, String setting) {
        control.getStyleClass().add("mono");
        control.setAccessibleText(
                Words.say("settings." + (setting.equals(Setting.SOURCE_COMMAND) ? "command" : "folders")));
        control.textProperty().addListener((observed, was, is) -> put(setting, is));
        return control;
    }

    private void put(String setting, String value) {
        memory.put(setting, value);
        onChange.accept(setting);
    }

    private static Node part(String key) {
        Label head = Texts.head(Words.say(key));
        head.getStyleClass().add("settings-part");
        return head;
    }

    private static Node row(String key, Node control, String why) {
        Label name = Texts.label(Words.say(key), "table-text", "secondary");
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        if (!(control instanceof Label || control instanceof CheckBox)) {
            // Level with the first line of the control.
            name.setMinHeight(CONTROL);
        }
        VBox value = new VBox(4, control);
        if (control instanceof Label label) {
            label.setWrapText(true);
        }
        if (!why.isEmpty()) {
            Label caption = Texts.caption(why);
            caption.setWrapText(true);
            value.getChildren().add(caption);
        }
        HBox row = new HBox(12, name, value);
        HBox.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
        row.getStyleClass().add("settings-row");
        return row;
    }
}
