package dev.plimsoll.ui.compare;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.DiffFill;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import javafx.geometry.Pos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// The controls above the difference graph. FX thread.
final class DiffToolRow extends HBox {

    private static final double STEP = 22;

    private final MenuButton metric = new MenuButton();
    private final Segments<Boolean> direction;
    private final CustomTextField field = new CustomTextField();
    private final Label less = Texts.caption("");
    private final Label more = Texts.caption("");

    /// @param leaveField gives the focus back to the graph
    DiffToolRow(ComparePresenter presenter, Tokens tokens, Runnable leaveField) {
        getStyleClass().add("tool-row");
        setAlignment(Pos.CENTER_LEFT);
        metric.setId("compare-metric");
        ToggleGroup group = new ToggleGroup();
        for (Metric each : Question.METRICS) {
            RadioMenuItem item = new RadioMenuItem(DiffWords.metric(each));
            item.setId("compare-metric-" + each);
            item.setToggleGroup(group);
            item.setSelected(each == Metric.LIVE_BYTES);
            item.setOnAction(event -> presenter.metric(each));
            metric.getItems().add(item);
        }
        direction = new Segments<>(presenter::flipped);
        direction.add(false, Words.say("compare.difference", "B", "A")).setId("compare-straight");
        direction.add(true, Words.say("compare.difference", "A", "B")).setId("compare-flipped");
        field.setId("compare-search");
        field.setPromptText(Words.say("flame.search"));
        field.setAccessibleText(Words.say("flame.search"));
        field.setPrefWidth(180);
        field.setMinWidth(120);
        field.setLeft(Icons.of("search"));
        field.textProperty().addListener((observed, was, is) -> {
            if (!is.equals(presenter.state().search().text())) {
                presenter.search(is, true);
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER) {
                if (event.getCode() == KeyCode.ESCAPE) {
                    presenter.search("", true);
                }
                leaveField.run();
                event.consume();
            }
        });
        getChildren().addAll(metric, direction, Texts.spacer(), legend(tokens), field);
    }

    void show(CompareViewState state) {
        metric.setText(DiffWords.metric(state.question().metric()));
        direction.select(state.question().flipped());
        less.setText(Words.say("compare.less", state.question().later()));
        more.setText(Words.say("compare.more", state.question().later()));
        if (!field.getText().equals(state.search().text())) {
            field.setText(state.search().text());
        }
        field.getStyleClass().remove("bad");
        if (!state.search().error().isEmpty()) {
            field.getStyleClass().add("bad");
        }
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private HBox legend(Tokens tokens) {
        HBox legend = new HBox(
                6, less, new Steps(tokens), more, new NewMark(tokens), Texts.caption(Words.say("compare.new")));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(USE_PREF_SIZE);
        return legend;
    }

    private static final class Steps extends Sheet {

        Steps(Tokens tokens) {
            super(tokens);
            setMinSize(STEP * DiffFill.STEPS.size(), 12);
            setMaxSize(STEP * DiffFill.STEPS.size(), 12);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            double x = 0;
            for (Difference difference : DiffFill.STEPS) {
                pixels().fill(gc, x, 0, STEP - 1, height, tokens().get(DiffFill.fill(difference)));
                x += STEP;
            }
        }
    }

    private static final class NewMark extends Sheet {

        NewMark(Tokens tokens) {
            super(tokens);
            setMinSize(14, 12);
            setMaxSize(14, 12);
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            pixels().fill(gc, 0, 0, width, height, tokens().get(Token.DIFF_MORE_3));
            gc.setStroke(tokens().get(Token.DIFF_TEXT_END));
            gc.setLineWidth(1.2);
            gc.setLineDashes(3, 2);
            gc.strokeRect(1.1, 1.1, width - 2.2, height - 2.2);
            gc.setLineDashes();
        }
    }
}
