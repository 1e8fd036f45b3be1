package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// One numeric field over time, in as many steps as there are pixels: nothing that stands out is lost, since each step
/// keeps its smallest and its largest value. Immutable; the arrays are never written again and must not be.
///
/// @param field what is drawn
/// @param from time of the first step, nanoseconds since the epoch
/// @param to end of the last step
/// @param low smallest value per step, NaN where there is no event
/// @param high largest value per step
/// @param mean mean value per step
/// @param count events per step
record FieldChart(RawField field, long from, long to, double[] low, double[] high, double[] mean, int[] count) {

    /// Any thread. The cost follows the rows.
    ///
    /// @param index which rows count
    /// @param steps at least 1
    static FieldChart of(RawRows rows, EventIndex index, int field, long from, long to, int steps) {
        double[] low = new double[steps];
        double[] high = new double[steps];
        double[] sum = new double[steps];
        int[] count = new int[steps];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        int time = EventIndex.time(rows);
        double scale = steps / (double) Math.max(1, to - from);
        for (int place = 0; place < index.size(); place++) {
            int row = index.row(place);
            double value = rows.real(row, field);
            if (time < 0 || Double.isNaN(value)) {
                continue;
            }
            int step = Math.clamp((long) ((rows.number(row, time) - from) * scale), 0, steps - 1);
            low[step] = count[step] == 0 ? value : Math.min(low[step], value);
            high[step] = count[step] == 0 ? value : Math.max(high[step], value);
            sum[step] += value;
            count[step]++;
        }
        for (int step = 0; step < steps; step++) {
            sum[step] = count[step] == 0 ? Double.NaN : sum[step] / count[step];
        }
        return new FieldChart(rows.fields().get(field), from, to, low, high, sum, count);
    }

    /// Name of the field to be drawn: the one that was drawn before when it is there, else the one that says most; the
    /// empty string when none is numeric.
    static String choice(List<RawField> fields, String before) {
        List<RawField> numeric =
                fields.stream().filter(field -> field.kind().numeric()).toList();
        return numeric.stream()
                .filter(field -> field.name().equals(before))
                .findFirst()
                .or(() -> numeric.stream().min(Comparator.comparingInt(FieldChart::rank)))
                .map(RawField::name)
                .orElse("");
    }

    /// Sizes and times tell more than counts, and counts more than ids.
    private static int rank(RawField field) {
        if (field.name().equals("duration")) {
            return 4;
        }
        return switch (field.kind()) {
            case BYTES -> 0;
            case SPAN -> 1;
            case REAL, SHARE -> 2;
            case TIME, ADDRESS, NUMBER, FLAG, WORD, STACK -> field.name().endsWith("Id") ? 5 : 3;
        };
    }

    /// The largest value, or 0 when there is none.
    double most() {
        return Arrays.stream(high).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    /// The smallest value, 0 when all are above it: bars stand on a ground.
    double least() {
        return Math.min(
                0,
                Arrays.stream(low).filter(value -> !Double.isNaN(value)).min().orElse(0));
    }
}
