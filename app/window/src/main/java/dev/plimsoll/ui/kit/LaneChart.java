package dev.plimsoll.ui.kit;

import dev.plimsoll.timeline.Series;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/// A ChartFX chart without axes, legend and padding, for a lane of a time axis that is drawn around it: the data area
/// is
/// the whole node, so that its x is the x of every other lane. Data sets hold seconds since an origin and plain values.
/// It redraws when told, not when a data set fires.
public final class LaneChart extends XYChart {

    /// Draws the data sets of a lane over the whole canvas.
    public interface LanePainter {
        /// @param area how data becomes logical pixels
        /// @param sets in the order they were given
        void paint(GraphicsContext gc, Area area, List<DataSet> sets);
    }

    /// Where data lies on the canvas, in logical pixels.
    public record Area(double fromX, double toX, double fromY, double toY, double width, double height, Pixels pixels) {

        public double x(double seconds) {
            return (seconds - fromX) / (toX - fromX) * width;
        }

        public double y(double value) {
            return height - (value - fromY) / (toY - fromY) * height;
        }
    }

    private final DefaultNumericAxis x;
    private final DefaultNumericAxis y;
    private final Lane lane;
    private double density = 1;

    public LaneChart(LanePainter painter) {
        this(axis(), axis(), painter);
    }

    private LaneChart(DefaultNumericAxis x, DefaultNumericAxis y, LanePainter painter) {
        super(x, y);
        this.x = x;
        this.y = y;
        lane = new Lane(painter);
        getStyleClass().add("lane-chart");
        setAnimated(false);
        setLegendVisible(false);
        getRenderers().setAll(List.of(lane));
        getGridRenderer().getHorizontalMajorGrid().setVisible(false);
        getGridRenderer().getVerticalMajorGrid().setVisible(false);
        setMouseTransparent(true);
        setManaged(false);
    }

    /// Replaces what is drawn: series on a shared axis of seconds since `origin` (nanoseconds since the epoch).
    public void show(List<Series> series, long origin) {
        lane.getDatasets()
                .setAll(series.stream().map(one -> dataSet(one, origin)).toList());
    }

    /// The part of the data to draw.
    public void range(double fromSeconds, double toSeconds, double low, double high) {
        x.set(fromSeconds, toSeconds);
        y.set(low, high);
    }

    /// Places the chart, finer than its logical size when `density` is more than 1, and draws it.
    public void place(double left, double top, double width, double height, double density) {
        this.density = density;
        getTransforms().clear();
        if (density != 1) {
            getTransforms().add(new Scale(1 / density, 1 / density));
        }
        resizeRelocate(left, top, Math.ceil(width * density), Math.ceil(height * density));
        layout();
        redrawCanvas();
    }

    private static DataSet dataSet(Series series, long origin) {
        int size = series.size();
        double[] seconds = new double[size];
        for (int i = 0; i < size; i++) {
            seconds[i] = (series.times()[i] - origin) / 1e9;
        }
        return new DoubleDataSet(series.name(), seconds, series.values(), size, false);
    }

    private static DefaultNumericAxis axis() {
        DefaultNumericAxis axis = new DefaultNumericAxis();
        axis.setAutoRanging(false);
        axis.setAnimated(false);
        axis.setVisible(false);
        axis.setManaged(false);
        return axis;
    }

    /// The one renderer: hands all data sets at once to the painter, since a stack needs the sums below.
    private final class Lane extends AbstractRendererXY<Lane> {
        private final LanePainter painter;

        Lane(LanePainter painter) {
            this.painter = painter;
        }

        @Override
        public void render() {
            double width = getCanvas().getWidth() / density;
            double height = getCanvas().getHeight() / density;
            if (width <= 0 || height <= 0 || x.getMax() <= x.getMin() || y.getMax() <= y.getMin()) {
                return;
            }
            var window = getScene() == null ? null : getScene().getWindow();
            double scale = density * (window == null ? 1 : window.getOutputScaleX());
            GraphicsContext gc = getCanvas().getGraphicsContext2D();
            gc.save();
            gc.scale(density, density);
            painter.paint(
                    gc,
                    new Area(x.getMin(), x.getMax(), y.getMin(), y.getMax(), width, height, new Pixels(scale)),
                    getDatasets());
            gc.restore();
        }

        @Override
        protected void render(GraphicsContext gc, DataSet set, DataSetNode style) {
            throw new IllegalStateException("A lane is drawn as a whole.");
        }

        @Override
        protected Lane getThis() {
            return this;
        }
    }
}
