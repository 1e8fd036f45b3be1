package dev.plimsoll.ui.kit;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The boxes of a layout by row, so that the one under a point and the neighbours of one are found at once.
/// Immutable; any thread. Positions are shares of the width in 0..1, rows count from the root.
public final class FlameRows {

    public static final FlameRows EMPTY = new FlameRows(List.of());

    /// Shares that differ by less stand at the same place: sums of widths do not come out even.
    private static final double ROUNDING = 1e-9;

    private final List<List<FlameBox>> rows;

    private FlameRows(List<List<FlameBox>> rows) {
        this.rows = rows;
    }

    public static FlameRows of(List<FlameBox> boxes) {
        List<List<FlameBox>> rows = new ArrayList<>();
        for (FlameBox box : boxes) {
            while (rows.size() <= box.depth()) {
                rows.add(new ArrayList<>());
            }
            rows.get(box.depth()).add(box);
        }
        for (List<FlameBox> row : rows) {
            row.sort(Comparator.comparingDouble(FlameBox::x));
        }
        return new FlameRows(rows);
    }

    public int count() {
        return rows.size();
    }

    public List<FlameBox> row(int depth) {
        return depth < 0 || depth >= rows.size() ? List.of() : rows.get(depth);
    }

    /// The box that covers the point.
    public Optional<FlameBox> at(int depth, double x) {
        List<FlameBox> row = row(depth);
        int index = lastAtOrBefore(row, x);
        return index >= 0 && x < row.get(index).right() ? Optional.of(row.get(index)) : Optional.empty();
    }

    public Optional<FlameBox> find(List<Frame> path) {
        return row(path.size()).stream().filter(box -> box.path().equals(path)).findFirst();
    }

    public Optional<FlameBox> parent(FlameBox box) {
        return at(box.depth() - 1, box.x() + box.width() / 2);
    }

    /// The widest child, which is where a person who walks down wants to go.
    public Optional<FlameBox> child(FlameBox box) {
        List<FlameBox> row = row(box.depth() + 1);
        FlameBox widest = null;
        for (int i = firstFrom(box.depth() + 1, box.x());
                i < row.size() && row.get(i).x() < box.right() - ROUNDING;
                i++) {
            if (widest == null || row.get(i).width() > widest.width()) {
                widest = row.get(i);
            }
        }
        return Optional.ofNullable(widest);
    }

    /// The next box of the same row, `step` places to the right (negative: to the left).
    public Optional<FlameBox> beside(FlameBox box, int step) {
        List<FlameBox> row = row(box.depth());
        int index = lastAtOrBefore(row, box.x()) + step;
        return index >= 0 && index < row.size() ? Optional.of(row.get(index)) : Optional.empty();
    }

    /// Index in a row of the first box that starts at or after `x`, within rounding.
    public int firstFrom(int depth, double x) {
        return lastAtOrBefore(row(depth), x - ROUNDING) + 1;
    }

    private static int lastAtOrBefore(List<FlameBox> row, double x) {
        int low = 0;
        int high = row.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (row.get(middle).x() <= x) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
