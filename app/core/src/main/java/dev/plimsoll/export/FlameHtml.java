package dev.plimsoll.export;

import com.google.gson.stream.JsonWriter;
import dev.plimsoll.event.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A flame graph to zoom and search in, in one file that needs no network: page, script and data together. The
/// figure can be chosen in the page.
final class FlameHtml implements StackFormat {

    private static final String DATA = "\"@data@\"";

    private final Figure first;

    FlameHtml(Figure first) {
        this.first = first;
    }

    @Override
    public void write(StackFigures figures, OutputStream out) throws IOException {
        String page = page();
        int data = page.indexOf(DATA);
        out.write(page.substring(0, data).getBytes(StandardCharsets.UTF_8));
        // A name with </script> in it would end the page's script.
        out.write(json(figures).replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8));
        out.write(page.substring(data + DATA.length()).getBytes(StandardCharsets.UTF_8));
    }

    private static String page() throws IOException {
        try (InputStream in = FlameHtml.class.getResourceAsStream("flame.html")) {
            if (in == null) {
                throw new IOException("flame.html is missing in Plimsoll's own files; install it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String json(StackFigures figures) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        Map<Frame, Integer> frames = new LinkedHashMap<>();
        json.beginObject();
        json.name("title").value(figures.title());
        json.name("summary").value(figures.summary());
        json.name("first").value(first.ordinal());
        json.name("figures").beginArray();
        for (Figure figure : Figure.values()) {
            json.beginArray().value(figure.words()).value(figure.unit()).endArray();
        }
        json.endArray();
        json.name("stacks").beginArray();
        for (StackFigures.Row row : figures.rows()) {
            json.beginArray().value(row.binding()).beginArray();
            for (Frame frame : row.stack().frames().reversed()) {
                json.value(frames.computeIfAbsent(frame, f -> frames.size()));
            }
            json.endArray().beginArray();
            for (Figure figure : Figure.values()) {
                json.value(Math.round(row.value(figure)));
            }
            json.endArray().endArray();
        }
        json.endArray();
        json.name("frames").beginArray();
        for (Frame frame : frames.keySet()) {
            json.beginArray().value(frame.label()).value(frame.kind().ordinal()).endArray();
        }
        json.endArray().endObject();
        return text.toString();
    }
}
