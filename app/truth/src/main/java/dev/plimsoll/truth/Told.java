package dev.plimsoll.truth;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/// A finding as a report tells it.
///
/// @param frame `pkg.Class.method:line`, or the empty string
record Told(String rule, String verdict, String severity, String frame, String sentence) {

    /// Whether it calls for somebody to do something: healthy programs must have none.
    boolean alarms() {
        return severity.equals("critical") || severity.equals("warning");
    }

    boolean isRight(Program program) {
        return program.saysSo(verdict) && program.isAtFault(frame);
    }

    static Told of(Finding finding) {
        var frame = finding.frame();
        return new Told(
                finding.rule(),
                finding.verdict().words(),
                finding.severity().word(),
                frame == null ? "" : frame.label(),
                finding.sentence());
    }

    static List<Told> in(String report) {
        List<Told> told = new ArrayList<>();
        for (JsonElement element :
                JsonParser.parseString(report).getAsJsonObject().getAsJsonArray("findings")) {
            JsonObject finding = element.getAsJsonObject();
            JsonElement frame = finding.get("frame");
            told.add(new Told(
                    finding.get("rule").getAsString(),
                    finding.get("verdict").getAsString(),
                    finding.get("severity").getAsString(),
                    frame == null || frame.isJsonNull() ? "" : frame.getAsString(),
                    ""));
        }
        return told;
    }
}
