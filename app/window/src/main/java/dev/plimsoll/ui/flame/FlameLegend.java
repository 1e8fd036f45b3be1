package dev.plimsoll.ui.flame;

import dev.plimsoll.event.FrameKind;
import dev.plimsoll.flame.Difference;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.DiffFill;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Mark;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// What the fills of frames mean now. FX thread.
final class FlameLegend extends HBox {

    private static final int MOST = 6;

    private final Tokens tokens;
    private List<String> shown = List.of("");

    FlameLegend(Tokens tokens) {
        this.tokens = tokens;
        setSpacing(12);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(FlameViewState state) {
        List<String> names = state.colour().names(state.answer());
        List<String> key = new ArrayList<>(names.stream().limit(MOST).toList());
        key.addFirst(state.colour().name());
        if (state.colour() == ColourBy.DIFFERENCE) {
            key.add(state.question().between().map(Between::words).orElse(""));
        }
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        getChildren().clear();
        if (state.colour() == ColourBy.SIDE) {
            sides();
            return;
        }
        if (state.colour() == ColourBy.DIFFERENCE) {
            differences(key.getLast());
            return;
        }
        FrameFill fill = new FrameFill(tokens, state.colour(), state.answer());
        for (String name : key.subList(1, key.size())) {
            getChildren().add(entry(() -> fill.named(name), name));
        }
        if (names.size() > MOST) {
            getChildren().add(Texts.caption(Words.say("flame.legend.more", names.size() - MOST)));
        }
    }

    private void sides() {
        for (FrameKind kind : List.of(FrameKind.JAVA, FrameKind.BINDING, FrameKind.NATIVE, FrameKind.VM)) {
            getChildren().add(entry(() -> tokens.get(Frames.token(kind)), Words.say("flame.side." + kind)));
        }
        Node border = new Swatch(22, 12) {
            @Override
            protected void paint(GraphicsContext gc, double width, double height) {
                gc.setFill(tokens().get(Token.FRAME_OUTLINE));
                gc.fillRect(0, 5, 22, 2);
                Color line = tokens().get(Token.FRAME_OUTLINE);
                Mark.paint(gc, 11, 6, 4, line, line, tokens().get(Token.BG));
            }
        };
        getChildren().add(words(border, Words.say("flame.side.border")));
    }

    /// @param between which moments, or the empty string when there are none yet
    private void differences(String between) {
        if (between.isEmpty()) {
            getChildren().add(Texts.caption(Words.say("flame.change.none")));
            return;
        }
        HBox steps = new HBox(1);
        steps.setAlignment(Pos.CENTER);
        for (Difference step : DiffFill.STEPS) {
            steps.getChildren().add(new Swatch(12, 9) {
                @Override
                protected void paint(GraphicsContext gc, double width, double height) {
                    gc.setFill(tokens().get(DiffFill.fill(step)));
                    gc.fillRect(0, 0, 12, 9);
                }
            });
        }
        HBox scale = new HBox(
                5, Texts.caption(Words.say("flame.change.less")), steps, Texts.caption(Words.say("flame.change.more")));
        scale.setAlignment(Pos.CENTER);
        getChildren().addAll(Texts.caption(between), scale);
    }

    private interface Fill {
        Color now();
    }

    private Node entry(Fill fill, String name) {
        return words(
                new Swatch(12, 9) {
                    @Override
                    protected void paint(GraphicsContext gc, double width, double height) {
                        gc.setFill(fill.now());
                        gc.fillRoundRect(0, 0, 12, 9, 4, 4);
                    }
                },
                name);
    }

    private static Node words(Node swatch, String name) {
        HBox entry = new HBox(5, swatch, Texts.caption(name));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    private abstract class Swatch extends Sheet {
        Swatch(double width, double height) {
            super(FlameLegend.this.tokens);
            setMinSize(width, height);
            setMaxSize(width, height);
        }
    }
}
