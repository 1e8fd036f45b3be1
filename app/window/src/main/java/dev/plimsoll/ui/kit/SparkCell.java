package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Tokens;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A line of rising sums in a binding's hue: what is live now by when it began. A leak is a ramp, a cache a plateau,
/// mere
/// churn a step at the end. FX thread.
public final class SparkCell<R> extends TableCell<R, R> {

    private static final double WIDTH = 88;
    private static final double HEIGHT = 16;

    private final Line line;
    private final Function<R, float[]> values;
    private final Function<R, String> binding;

    /// @param values not empty, ascending
    public SparkCell(Function<R, float[]> values, Function<R, String> binding, Tokens tokens) {
        this.values = values;
        this.binding = binding;
        line = new Line(tokens);
        line.setMinSize(WIDTH, HEIGHT);
        line.setMaxSize(WIDTH, HEIGHT);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
        } else {
            line.show(values.apply(row), binding.apply(row));
            setGraphic(line);
        }
    }

    private static final class Line extends Sheet {
        private float[] values = {0};
        private String binding = "";

        Line(Tokens tokens) {
            super(tokens);
        }

        void show(float[] next, String hue) {
            values = next.clone();
            binding = hue;
            repaint();
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            float most = values[values.length - 1];
            gc.setStroke(BindingColors.hue(binding, tokens()));
            gc.setLineWidth(1.5);
            gc.beginPath();
            for (int i = 0; i < values.length; i++) {
                double x = 1 + i * (width - 2) / Math.max(1, values.length - 1);
                double y = height - 2 - (most > 0 ? values[i] / most : 0) * (height - 4);
                if (i == 0) {
                    gc.moveTo(x, y);
                } else {
                    gc.lineTo(x, y);
                }
            }
            gc.stroke();
        }
    }
}
