package dev.plimsoll.export;

import com.google.gson.stream.JsonWriter;
import dev.plimsoll.event.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The file format of speedscope (https://www.speedscope.app/file-format-schema.json): one profile per figure
/// that is not 0 everywhere, over one table of frames; the wanted one is shown first, whatever it amounts to.
final class SpeedscopeJson implements StackFormat {

    private final Figure first;

    SpeedscopeJson(Figure first) {
        this.first = first;
    }

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        Map<Frame, Integer> frames = new LinkedHashMap<>();
        List<int[]> samples = new ArrayList<>();
        for (StackFigures.Row row : figures.rows()) {
            samples.add(row.stack().frames().reversed().stream()
                    .mapToInt(frame -> frames.computeIfAbsent(frame, f -> frames.size()))
                    .toArray());
        }
        JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json.beginObject();
        json.name("$schema").value("https://www.speedscope.app/file-format-schema.json");
        json.name("name").value(figures.title());
        json.name("exporter").value("plimsoll");
        json.name("activeProfileIndex").value(active(figures.rows()));
        json.name("shared").beginObject().name("frames").beginArray();
        for (Frame frame : frames.keySet()) {
            json.beginObject().name("name").value(frame.name());
            if (frame.line() >= 0) {
                json.name("line").value(frame.line());
            }
            json.endObject();
        }
        json.endArray().endObject();
        json.name("profiles").beginArray();
        for (Figure figure : Figure.values()) {
            if (shown(figure, figures.rows())) {
                profile(json, figure, figures.rows(), samples);
            }
        }
        json.endArray().endObject();
        json.flush();
    }

    private boolean shown(Figure figure, List<StackFigures.Row> rows) {
        return figure == first || rows.stream().anyMatch(row -> Math.round(row.value(figure)) > 0);
    }

    private int active(List<StackFigures.Row> rows) {
        int before = 0;
        for (Figure figure : Figure.values()) {
            before += figure.ordinal() < first.ordinal() && shown(figure, rows) ? 1 : 0;
        }
        return before;
    }

    private static void profile(JsonWriter json, Figure figure, List<StackFigures.Row> rows, List<int[]> samples)
            throws IOException {
        long[] weights =
                rows.stream().mapToLong(row -> Math.round(row.value(figure))).toArray();
        long total = 0;
        for (long weight : weights) {
            total += weight;
        }
        json.beginObject();
        json.name("type").value("sampled");
        json.name("name").value(figure.words());
        json.name("unit").value(figure.unit().equals("bytes") ? "bytes" : "none");
        json.name("startValue").value(0);
        json.name("endValue").value(total);
        json.name("samples").beginArray();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                json.beginArray();
                for (int frame : samples.get(i)) {
                    json.value(frame);
                }
                json.endArray();
            }
        }
        json.endArray();
        json.name("weights").beginArray();
        for (long weight : weights) {
            if (weight > 0) {
                json.value(weight);
            }
        }
        json.endArray();
        json.endObject();
    }
}
