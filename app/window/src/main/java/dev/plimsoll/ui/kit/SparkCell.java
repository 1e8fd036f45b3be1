package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Tokens;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// A line of rising sums in a binding's hue: what is live now by when it began. A leak is a ramp, a cache a plateau,
/// mere churn a step at the end. FX thread.
public final class SparkCell<R> extends TableCell<R, R> {

    private final Sparkline line;
    private final Function<R, float[]> values;
    private final Function<R, String> binding;

    /// @param values not empty, ascending
    public SparkCell(Function<R, float[]> values, Function<R, String> binding, Tokens tokens) {
        this.values = values;
        this.binding = binding;
        line = new Sparkline(tokens);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
        } else {
            String of = binding.apply(row);
            line.show(doubles(values.apply(row)), tokens -> BindingColors.hue(of, tokens));
            setGraphic(line);
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
