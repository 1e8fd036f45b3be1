package dev.plimsoll.ui.event;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Words;
import java.util.Locale;

/// How values of events are written.
final class EventWords {

    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private EventWords() {}

    /// As in a cell.
    static String cell(RawRows rows, int row, int field) {
        long value = rows.number(row, field);
        if (value == RawRows.NONE) {
            return "";
        }
        return switch (rows.fields().get(field).kind()) {
            case TIME -> Words.time(value);
            case SPAN -> span(value);
            case BYTES, NUMBER -> Words.count(value);
            case ADDRESS -> Words.address(value);
            case REAL -> real(Double.longBitsToDouble(value));
            case SHARE -> Words.percent(Double.longBitsToDouble(value));
            case FLAG -> Words.say(value == 0 ? "events.no" : "events.yes");
            case WORD -> rows.word(value);
            case STACK -> {
                Frame site = rows.stack(value).site();
                yield site == null ? "" : Frames.shortLabel(site);
            }
        };
    }

    /// On an axis.
    static String figure(RawField field, double value) {
        return switch (field.kind()) {
            case SPAN -> span(Math.round(value));
            case BYTES -> Words.bytes(value);
            case SHARE -> Words.percent(value);
            case REAL -> real(value);
            case TIME, ADDRESS, NUMBER, FLAG, WORD, STACK -> Words.count(Math.round(value));
        };
    }

    /// `340 ns`, `12.5 µs`, `182.4 ms`, `1.250 s`.
    static String span(long nanos) {
        double size = Math.abs((double) nanos);
        if (size < MICRO) {
            return nanos + " ns";
        }
        if (size < MILLI) {
            return Words.decimal(nanos / MICRO) + " µs";
        }
        return size < SECOND
                ? Words.decimal(nanos / MILLI) + " ms"
                : String.format(Locale.ROOT, "%,.3f s", nanos / SECOND);
    }

    private static String real(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Words.count((long) value)
                : String.format(Locale.ROOT, "%,.3f", value);
    }
}
