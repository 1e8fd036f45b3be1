package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.KeyCaps;
import dev.plimsoll.ui.kit.NameLabel;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The card at the right of the picker: what to know about the selected JVM, how to sample, and the button.
final class AdviceCard extends BorderPane {

    private static final double LEAST_ADVICE = 60;

    private final NameLabel title = new NameLabel("headline");
    private final Label facts = Texts.caption("");
    private final VBox checks = new VBox();
    private final Segments<Sampling> sampling;
    private final VBox choose;
    private final Label meaning = Texts.caption("");
    private final Button attach = new Button(Words.say("attach.attach"));
    private final RecordButton record;
    private final Button allFlags = new Button(Words.say("advice.copyAll"), Icons.of("copy"));

    AdviceCard(Runnable onAttach, Consumer<String> onCopy, RecordButton record, RecordBox recording) {
        this.record = record;
        this.onCopy = onCopy;
        getStyleClass().addAll("drawer", "advice");
        title.setId("advice-title");
        facts.setWrapText(true);
        sampling = new Segments<>(this::explain);
        sampling.getStyleClass().add("sampling");
        choice(new Sampling.Adaptive(), "sampling.adaptive", "sampling.adaptiveBelow");
        choice(new Sampling.Every(2 * 1024 * 1024), "sampling.light", "sampling.lightBelow");
        choice(new Sampling.Every(512 * 1024), "sampling.standard", "sampling.standardBelow");
        choice(new Sampling.Exact(), "sampling.exact", "sampling.exactBelow");
        explain(new Sampling.Adaptive());
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        choose = new VBox(8, Texts.head(Words.say("attach.what")), sampling, meaning);
        choose.getStyleClass().add("what-to-record");
        VBox body = new VBox(new VBox(4, title, facts), checks, allFlags);
        body.getStyleClass().add("advice-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // As high as the advice; where that has no room it scrolls, and what is chosen stays in sight.
        scroll.setMinHeight(LEAST_ADVICE);
        body.heightProperty().addListener((observed, was, is) -> scroll.setPrefHeight(is.doubleValue() + 2));
        choose.setMinHeight(Region.USE_PREF_SIZE);
        attach.setId("attach");
        attach.getStyleClass().add("primary");
        attach.setGraphic(KeyCaps.caps(List.of("Enter")));
        attach.getStyleClass().add("with-key");
        attach.setOnAction(event -> onAttach.run());
        allFlags.setId("copy-flags");
        allFlags.getStyleClass().add("flat");
        attach.setMinWidth(Region.USE_PREF_SIZE);
        record.setMinWidth(Region.USE_PREF_SIZE);
        HBox actions = new HBox(8, attach, record);
        actions.getStyleClass().add("advice-actions");
        setCenter(new VBox(scroll, choose));
        setBottom(new VBox(recording, actions));
    }

    private final Consumer<String> onCopy;

    Sampling sampling() {
        return sampling.selected();
    }

    void show(AttachViewState state) {
        boolean chosen = state.selected().isPresent();
        setVisible(chosen);
        setManaged(chosen);
        state.selected().ifPresent(jvm -> {
            title.name(jvm.mainClass().isEmpty() ? Words.say("attach.unknown") : jvm.mainClass());
            facts.setText(factsOf(jvm));
            checks.getChildren().setAll(state.advice().stream().map(this::check).toList());
            boolean can = jvm.attachable();
            choose.setVisible(can);
            choose.setManaged(can);
            attach.setVisible(can);
            attach.setManaged(can);
            record.setVisible(can);
            record.setManaged(can);
            String flags = Advice.flags(state.advice());
            allFlags.setVisible(!flags.isEmpty());
            allFlags.setManaged(!flags.isEmpty());
            allFlags.setOnAction(event -> onCopy.accept(flags));
        });
    }

    private static String factsOf(JvmEntry jvm) {
        return String.join(
                " · ",
                List.of(Long.toString(jvm.pid()), jvm.jdk(), jvm.facts().collector(), jvm.user()).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private Node check(Advice advice) {
        var icon = Icons.of(
                switch (advice.tone()) {
                    case GOOD -> "check";
                    case WARNING -> "alert-triangle";
                    case NEUTRAL -> "info";
                });
        icon.getStyleClass()
                .add(
                        switch (advice.tone()) {
                            case GOOD -> "good";
                            case WARNING -> "warning";
                            case NEUTRAL -> "neutral";
                        });
        Label what = Texts.label(advice.what(), "table-text");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        HBox top = new HBox(4, what);
        VBox words = new VBox(2, top);
        if (!advice.why().isEmpty()) {
            Label why = Texts.caption(advice.why());
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(why);
        }
        if (!advice.flag().isEmpty()) {
            Button copy = new Button(null, Icons.small("copy"));
            copy.getStyleClass().addAll("flat", "copy-flag");
            copy.setAccessibleText(Words.say("advice.copy", advice.flag()));
            copy.setOnAction(event -> onCopy.accept(advice.flag()));
            Label flag = Texts.mono(advice.flag());
            flag.setWrapText(true);
            flag.setMinHeight(Region.USE_PREF_SIZE);
            flag.getStyleClass().add("secondary");
            copy.setMinWidth(Region.USE_PREF_SIZE);
            // Beside the words above it: a flag needs all the width there is.
            top.getChildren().addAll(Texts.spacer(), copy);
            words.getChildren().add(flag);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, icon, words);
        row.getStyleClass().add("check");
        return row;
    }

    private void choice(Sampling value, String word, String below) {
        var button = sampling.add(value, Words.say(word) + "\n" + Words.say(below));
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId(word.replace('.', '-'));
    }

    private void explain(Sampling chosen) {
        meaning.setText(
                switch (chosen) {
                    case Sampling.Adaptive ignored -> Words.say("sampling.adaptiveWhy");
                    case Sampling.Every every -> Words.say("sampling.everyWhy", Words.bytes(every.bytes()));
                    case Sampling.Exact ignored -> Words.say("sampling.exactWhy");
                    case Sampling.ExactStacks ignored ->
                        throw new IllegalArgumentException("No button asks for every stack.");
                    case Sampling.ExactFor ignored ->
                        throw new IllegalArgumentException("Nothing is known yet of its sizes.");
                });
    }
}
