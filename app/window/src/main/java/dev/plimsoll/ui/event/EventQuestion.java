package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.TimeRange;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What a table of events is asked for.
///
/// @param chartField name of the field that is drawn, or the empty string
/// @param start of the time axis, nanoseconds since the epoch
/// @param end of the time axis
/// @param steps of the chart, at least 1
record EventQuestion(EventIndex.Wanted wanted, String chartField, long start, long end, int steps) {

    /// @param chart null when no field is drawn
    record Answer(EventIndex index, @Nullable FieldChart chart) {}

    /// Any thread.
    ///
    /// @throws CancellationException when `cancelled` said yes
    Answer answer(RawRows table, BooleanSupplier cancelled) {
        return answer(table, EventIndex.of(table, wanted, cancelled));
    }

    /// What was answered of a table.
    record Answered(EventQuestion question, RawRows table, Answer answer) {}

    /// Any thread.
    ///
    /// @param before an answer about the same events, or null
    /// @throws CancellationException when `cancelled` said yes
    Answer answer(RawRows table, @Nullable Answered before, BooleanSupplier cancelled) {
        if (before == null || !before.question.wanted.equals(wanted)) {
            return answer(table, cancelled);
        }
        return answer(table, EventIndex.grown(before.answer.index, before.table, table, wanted, cancelled));
    }

    private Answer answer(RawRows table, EventIndex found) {
        int field = chartField.isEmpty() ? -1 : table.field(chartField);
        long from = wanted.range().map(TimeRange::from).orElse(start);
        long to = wanted.range().map(TimeRange::to).orElse(end);
        return new Answer(found, field < 0 ? null : FieldChart.of(table, found, field, from, to, steps));
    }

    /// Whether a person asked for the same; the axis of a live target grows by itself.
    boolean sameWish(EventQuestion other) {
        return wanted.equals(other.wanted) && chartField.equals(other.chartField) && steps == other.steps;
    }
}
