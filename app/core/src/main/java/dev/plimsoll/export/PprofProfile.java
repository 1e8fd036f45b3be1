package dev.plimsoll.export;

import dev.plimsoll.event.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// pprof's profile.proto (https://github.com/google/pprof/blob/main/proto/profile.proto), gzipped, with one
/// sample type per figure; one of them is shown first. The binding is a label.
final class PprofProfile implements StackFormat {

    private static final int SAMPLE_TYPE = 1;
    private static final int SAMPLE = 2;
    private static final int LOCATION = 4;
    private static final int FUNCTION = 5;
    private static final int STRING_TABLE = 6;
    private static final int TIME_NANOS = 9;
    private static final int DURATION_NANOS = 10;
    private static final int COMMENT = 13;
    private static final int DEFAULT_SAMPLE_TYPE = 14;

    private final Figure first;

    PprofProfile(Figure first) {
        this.first = first;
    }

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        Tables tables = new Tables();
        ProtoWriter profile = new ProtoWriter();
        for (Figure figure : Figure.values()) {
            profile.message(
                    SAMPLE_TYPE,
                    new ProtoWriter()
                            .number(1, tables.string(figure.camelCase()))
                            .number(2, tables.string(figure.unit())));
        }
        for (StackFigures.Row row : figures.rows()) {
            profile.message(SAMPLE, sample(row, tables));
        }
        tables.frames.forEach((frame, id) -> profile.message(LOCATION, location(frame, id, tables)));
        tables.functions.forEach((name, id) -> profile.message(
                FUNCTION,
                new ProtoWriter().number(1, id).number(2, tables.string(name)).number(3, tables.string(name))));
        profile.number(TIME_NANOS, figures.start());
        profile.number(DURATION_NANOS, figures.duration());
        profile.number(COMMENT, tables.string(figures.summary()));
        profile.number(DEFAULT_SAMPLE_TYPE, tables.string(first.camelCase()));
        tables.strings.keySet().forEach(text -> profile.string(STRING_TABLE, text));
        GZIPOutputStream zip = new GZIPOutputStream(out);
        zip.write(profile.toByteArray());
        zip.finish();
    }

    private static ProtoWriter sample(StackFigures.Row row, Tables tables) {
        List<Frame> frames = row.stack().frames();
        long[] locations = frames.stream().mapToLong(tables::location).toArray();
        long[] values = new long[Figure.values().length];
        for (Figure figure : Figure.values()) {
            values[figure.ordinal()] = Math.round(row.value(figure));
        }
        ProtoWriter label =
                new ProtoWriter().number(1, tables.string("binding")).number(2, tables.string(row.binding()));
        return new ProtoWriter().packed(1, locations).packed(2, values).message(3, label);
    }

    private static ProtoWriter location(Frame frame, long id, Tables tables) {
        ProtoWriter line =
                new ProtoWriter().number(1, tables.function(frame.name())).number(2, Math.max(0, frame.line()));
        return new ProtoWriter().number(1, id).message(4, line);
    }

    /// Strings count from 0, the empty one; locations and functions from 1.
    private static final class Tables {

        private final Map<String, Long> strings = new LinkedHashMap<>(Map.of("", 0L));
        private final Map<Frame, Long> frames = new LinkedHashMap<>();
        private final Map<String, Long> functions = new LinkedHashMap<>();

        long string(String text) {
            return strings.computeIfAbsent(text, t -> (long) strings.size());
        }

        long location(Frame frame) {
            function(frame.name());
            return frames.computeIfAbsent(frame, f -> frames.size() + 1L);
        }

        long function(String name) {
            return functions.computeIfAbsent(name, n -> functions.size() + 1L);
        }
    }
}
