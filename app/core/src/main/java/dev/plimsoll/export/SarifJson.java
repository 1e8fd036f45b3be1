package dev.plimsoll.export;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.plimsoll.budget.Budget;
import dev.plimsoll.budget.Measure;
import dev.plimsoll.budget.Outcome;
import dev.plimsoll.event.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): a result per line of code that is over a limit, and
/// one at the limit's own line in the budget where no line of code is known. A limit that cannot be told is a warning.
///
/// A stack names classes, not files: the file of a class is guessed as its outermost class below `sources`.
public final class SarifJson implements CheckFormat {

    private final String sources;

    /// @param sources folder that packages start in, relative to the repository; may be empty
    public SarifJson(String sources) {
        String slashes = sources.replace('\\', '/');
        this.sources = slashes.isEmpty() || slashes.endsWith("/") ? slashes : slashes + "/";
    }

    @Override
    public void write(Budget budget, List<Outcome> outcomes, OutputStream out) throws IOException {
        JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        json.setFormattingStyle(FormattingStyle.PRETTY);
        json.beginObject();
        json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
        json.name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        tool(json);
        json.name("results").beginArray();
        for (Outcome outcome : outcomes) {
            results(json, budget, outcome);
        }
        json.endArray();
        json.endObject().endArray().endObject();
        json.flush();
    }

    private static void tool(JsonWriter json) throws IOException {
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("plimsoll");
        json.name("rules").beginArray();
        for (Measure measure : Measure.values()) {
            json.beginObject();
            json.name("id").value(measure.key());
            json.name("shortDescription").beginObject();
            json.name("text").value("Native memory over its budget: " + measure.key());
            json.endObject();
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    private void results(JsonWriter json, Budget budget, Outcome outcome) throws IOException {
        String head = outcome.limit().scope().words() + ": " + outcome.sentence();
        if (outcome.state() == Outcome.State.KEPT) {
            return;
        }
        List<Outcome.Line> lines = outcome.lines().stream()
                .filter(line ->
                        line.frame() != null && !line.frame().className().isEmpty())
                .toList();
        if (lines.isEmpty()) {
            result(
                    json,
                    outcome,
                    head,
                    budget.file().replace('\\', '/'),
                    outcome.limit().line());
        }
        for (Outcome.Line line : lines) {
            Frame frame = java.util.Objects.requireNonNull(line.frame());
            result(json, outcome, head + "; " + line.words(), file(frame), frame.line());
        }
    }

    private static void result(JsonWriter json, Outcome outcome, String text, String uri, int line) throws IOException {
        json.beginObject();
        json.name("ruleId").value(outcome.limit().measure().key());
        json.name("ruleIndex").value(outcome.limit().measure().ordinal());
        json.name("level").value(outcome.state() == Outcome.State.OVER ? "error" : "warning");
        json.name("message").beginObject().name("text").value(text).endObject();
        json.name("locations")
                .beginArray()
                .beginObject()
                .name("physicalLocation")
                .beginObject();
        json.name("artifactLocation").beginObject().name("uri").value(uri).endObject();
        if (line > 0) {
            json.name("region").beginObject().name("startLine").value(line).endObject();
        }
        json.endObject().endObject().endArray();
        json.endObject();
    }

    private String file(Frame frame) {
        String outermost = frame.className();
        int dollar = outermost.indexOf('$', outermost.lastIndexOf('.') + 2);
        return sources + (dollar < 0 ? outermost : outermost.substring(0, dollar)).replace('.', '/') + ".java";
    }
}
