package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.finding.FindingViewState.Item;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.SuppressBar;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One finding: verdict, sentence, evidence, advice, stack.
final class OpenFinding extends VBox {

    /// Narrower than this, in logical pixels, badges and buttons would cut each other.
    private static final double ROOM_FOR_ACTIONS = 800;

    private final Tokens tokens;
    private final HBox head = new HBox(8);
    private final HBox actions = new HBox(8);
    private final Region spacer = Texts.spacer();
    private final Label sentence = Texts.verdict("");
    private final Label figures = Texts.body("");
    private final VBox evidence = new VBox();
    private final AdviceBox advice;
    private final VBox stackPart = new VBox(4);
    private final StackView stack;
    private final FindingHelp help = new FindingHelp();
    private final OtherStackView other = new OtherStackView();
    private final Button blocks = action("list", "findings.blocks", "finding-blocks");
    private final Button flame = action("bar-chart-2", "findings.flame", "finding-flame");
    private final Button exact = action("crosshair", "findings.exact", "finding-exact");
    private final Button suppress = action("eye-off", "suppress.ask", "finding-suppress");
    private final Button restore = action("eye", "suppress.back", "finding-restore");
    private final Label because = Texts.label("", "table-text", "secondary");
    private final Button copy = action("copy", "findings.copy", "finding-copy");

    OpenFinding(Tokens tokens, FindingView.Acts acts, SuppressBar bar) {
        this.tokens = tokens;
        this.acts = acts;
        this.bar = bar;
        getStyleClass().add("open-finding");
        stack = new StackView(tokens);
        head.getStyleClass().add("open-head");
        figures.getStyleClass().add("secondary");
        figures.setWrapText(true);
        because.setId("suppressed-because");
        because.setWrapText(true);
        sentence.setId("verdict-sentence");
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(820);
        advice = new AdviceBox(acts::copy);
        blocks.setOnAction(event -> acts.blocks());
        suppress.setText(null);
        suppress.getStyleClass().add("icon-only");
        suppress.setAccessibleText(Words.say("suppress.ask"));
        suppress.setTooltip(new Tooltip(Words.say("suppress.ask")));
        flame.setOnAction(event -> acts.flame());
        exact.setOnAction(event -> acts.recordEveryBlock());
        exact.setTooltip(new Tooltip(Words.say("findings.exactWhy")));
        GridPane columns = new GridPane();
        columns.setHgap(24);
        columns.getColumnConstraints().setAll(List.of(share(60), share(40)));
        columns.addRow(0, new VBox(part("findings.evidence"), evidence), new VBox(8, part("findings.advice"), advice));
        stackPart.getChildren().addAll(part("findings.stack"), stack);
        head.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_LEFT);
        widthProperty().addListener(observable -> arrange());
        getChildren().addAll(head, actions, bar, because, sentence, figures, columns, stackPart, other, help);
    }

    private final FindingView.Acts acts;
    private final SuppressBar bar;

    boolean settled() {
        return help.settled();
    }

    void show(Item item, FindingViewState state) {
        Finding finding = item.finding();
        head.getChildren().setAll(Verdicts.badge(finding));
        if (!finding.binding().isEmpty()) {
            head.getChildren().add(Chips.binding(finding.binding(), tokens));
        }
        head.getChildren().add(Chips.of(finding.rule(), ""));
        boolean hasSite = finding.stack() > 0;
        actions.getChildren().clear();
        if (hasSite) {
            actions.getChildren().addAll(blocks, flame);
        }
        if (state.sampled()) {
            actions.getChildren().add(exact);
        }
        actions.getChildren().addAll(item.entry().isPresent() ? restore : suppress, copy);
        arrange();
        suppress.setOnAction(event -> bar.ask(finding));
        restore.setOnAction(event -> item.entry().ifPresent(acts::restore));
        because.setText(item.entry()
                .map(entry -> Words.say("suppress.because", entry.since(), entry.reason()))
                .orElse(""));
        show(because, item.entry().isPresent());
        copy.setOnAction(event -> acts.copy(text(finding, state)));
        sentence.setText(finding.sentence());
        figures.setText(state.figures());
        boolean sized = !state.figures().isEmpty();
        show(figures, sized);
        evidence.getChildren().clear();
        for (int i = 0; i < finding.evidence().size(); i++) {
            EvidenceLine line = finding.evidence().get(i);
            evidence.getChildren()
                    .add(EvidenceRow.of(i + 1, line, tokens, finding.severity(), () -> acts.enter(line.door())));
        }
        advice.show(finding.advice());
        show(stackPart, state.openStack().isPresent());
        state.openStack().ifPresent(stack::show);
        other.show(finding.other());
        help.show(finding.rule());
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /// What can be done stands beside the badges, or below them where there is no room.
    private void arrange() {
        boolean below = getWidth() < ROOM_FOR_ACTIONS;
        if (below == getChildren().contains(actions)) {
            return;
        }
        head.getChildren().removeIf(node -> node.equals(actions) || node.equals(spacer));
        getChildren().remove(actions);
        if (below) {
            getChildren().add(getChildren().indexOf(head) + 1, actions);
        } else {
            head.getChildren().addAll(spacer, actions);
        }
    }

    private static Node part(String key) {
        Label label = Texts.head(Words.say(key));
        label.getStyleClass().add("part-head");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private static Button action(String icon, String words, String id) {
        Button button = new Button(Words.say(words), Icons.of(icon));
        button.setId(id);
        return button;
    }

    /// The whole finding as plain text.
    static String text(Finding finding, FindingViewState state) {
        StringBuilder text = new StringBuilder();
        text.append(Verdicts.word(finding.verdict()))
                .append(": ")
                .append(finding.sentence())
                .append('\n');
        if (!state.figures().isEmpty()) {
            text.append(state.figures()).append('\n');
        }
        finding.evidenceWords().forEach(line -> text.append("- ").append(line).append('\n'));
        text.append(finding.advice()).append('\n');
        state.openStack()
                .ifPresent(shown -> shown.frames()
                        .forEach(frame ->
                                text.append("    at ").append(frame.label()).append('\n')));
        return text.toString();
    }
}
