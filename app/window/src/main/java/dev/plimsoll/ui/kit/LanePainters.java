package dev.plimsoll.ui.kit;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import io.fair_acc.dataset.DataSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineJoin;

/// How lanes draw their data sets. Values hold until the next one: a step is drawn where the value changed.
public final class LanePainters {

    private LanePainters() {}

    /// A line of `width` through one data set.
    public static void line(
            GraphicsContext gc, LaneChart.Area area, DataSet set, Paint paint, double width, double... dashes) {
        if (set.getDataCount() == 0) {
            return;
        }
        gc.setStroke(paint);
        gc.setLineWidth(width);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineDashes(dashes);
        gc.beginPath();
        trace(gc, area, set, true);
        gc.stroke();
        gc.setLineDashes();
    }

    /// The area under one data set.
    public static void fill(GraphicsContext gc, LaneChart.Area area, DataSet set, Paint paint) {
        int last = set.getDataCount() - 1;
        if (last < 0) {
            return;
        }
        gc.setFill(paint);
        gc.beginPath();
        gc.moveTo(area.x(set.get(DataSet.DIM_X, 0)), area.y(area.fromY()));
        trace(gc, area, set, false);
        gc.lineTo(Math.max(area.x(set.get(DataSet.DIM_X, last)), area.width()), area.y(area.fromY()));
        gc.closePath();
        gc.fill();
    }

    /// Areas on top of each other. The sets hold running sums: each is filled down to the one before it, and a line in
    /// the background's colour parts neighbours.
    public static void stack(GraphicsContext gc, LaneChart.Area area, List<DataSet> sums, Tokens tokens) {
        for (int i = sums.size() - 1; i >= 0; i--) {
            DataSet set = sums.get(i);
            fill(gc, area, set, BindingColors.paint(set.getName(), tokens));
            if (i < sums.size() - 1) {
                line(gc, area, set, tokens.get(Token.BG), area.pixels().hair());
            }
        }
    }

    private static void trace(GraphicsContext gc, LaneChart.Area area, DataSet set, boolean start) {
        int count = set.getDataCount();
        for (int i = 0; i < count; i++) {
            double x = area.x(set.get(DataSet.DIM_X, i));
            double y = area.y(set.get(DataSet.DIM_Y, i));
            if (start && i == 0) {
                gc.moveTo(x, y);
            } else {
                gc.lineTo(x, y);
            }
        }
        if (count > 0) {
            gc.lineTo(
                    Math.max(area.x(set.get(DataSet.DIM_X, count - 1)), area.width()),
                    area.y(set.get(DataSet.DIM_Y, count - 1)));
        }
    }
}
