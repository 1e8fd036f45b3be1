package dev.plimsoll.export;

import com.google.gson.stream.JsonWriter;
import dev.plimsoll.comparison.BindingChange;
import dev.plimsoll.comparison.CallbackChange;
import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.comparison.FindingChange;
import dev.plimsoll.comparison.SiteChange;
import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Change;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The key `comparison` of the JSON report. Every figure is an object: `baseline`, `value`, `difference`, `margin`
/// (half the 95 % interval of the difference, 0 when exact) and `differs`, whether the difference lies outside of it.
///
/// @param json stands inside the report's object
record ComparisonJson(Comparison comparison, JsonWriter json) {

    void write() throws IOException {
        json.name("comparison").beginObject();
        baseline();
        json.name("summary").value(comparison.summary());
        json.name("scaling").value(comparison.scaling().name().toLowerCase(Locale.ROOT));
        change("liveBytes", comparison.live());
        bindings();
        sites();
        callbacks();
        findings();
        json.endObject();
    }

    private void baseline() throws IOException {
        Snapshot before = comparison.before();
        json.name("baseline").beginObject();
        json.name("file").value(before.subject().source());
        json.name("durationSeconds").value(Math.round(comparison.lengthBefore() / 1e6) / 1e3);
        json.name("summary").value(before.summary());
        json.name("truncated").value(before.health().truncated());
        json.endObject();
    }

    private void bindings() throws IOException {
        json.name("bindings").beginArray();
        for (BindingChange binding : comparison.bindings()) {
            json.beginObject();
            json.name("name").value(binding.binding());
            change("liveBytes", binding.liveBytes());
            change("liveBlocks", binding.liveBlocks());
            change("allocatedBytes", binding.allocatedBytes());
            change("allocations", binding.allocations());
            json.endObject();
        }
        json.endArray();
    }

    private void sites() throws IOException {
        List<SiteChange> sites = comparison.sites();
        json.name("sites").beginArray();
        for (SiteChange site : sites.subList(0, Math.min(ReportJson.MOST_SITES, sites.size()))) {
            Site before = site.before();
            Site after = site.after();
            json.beginObject();
            json.name("binding").value(site.binding());
            frame("frame", after == null ? null : after.frame());
            frame("baselineFrame", before == null ? null : before.frame());
            json.name("state").value(site.isNew() ? "new" : site.isGone() ? "gone" : "both");
            change("liveBytes", site.liveBytes());
            change("liveBlocks", site.liveBlocks());
            change("allocatedBytes", site.allocatedBytes());
            change("allocations", site.allocations());
            json.endObject();
        }
        json.endArray();
        json.name("sitesOmitted").value(Math.max(0, sites.size() - ReportJson.MOST_SITES));
    }

    private void callbacks() throws IOException {
        json.name("callbacks").beginArray();
        for (CallbackChange callback : comparison.callbacks()) {
            CallbackSite before = callback.before();
            CallbackSite after = callback.after();
            json.beginObject();
            json.name("binding").value(callback.site().binding());
            frame("frame", after == null ? null : after.frame());
            frame("baselineFrame", before == null ? null : before.frame());
            change("live", callback.live());
            json.endObject();
        }
        json.endArray();
    }

    private void findings() throws IOException {
        json.name("findings").beginArray();
        for (FindingChange change : comparison.findings()) {
            Finding before = change.before();
            Finding after = change.after();
            json.beginObject();
            json.name("state").value(change.state().word());
            json.name("rule").value(change.finding().rule());
            json.name("verdict").value(after == null ? null : after.verdict().words());
            json.name("baselineVerdict")
                    .value(before == null ? null : before.verdict().words());
            json.name("binding").value(change.finding().binding());
            frame("frame", after == null ? null : after.frame());
            frame("baselineFrame", before == null ? null : before.frame());
            change("bytes", change.bytes());
            change("blocks", change.blocks());
            json.endObject();
        }
        json.endArray();
    }

    private void change(String name, Change change) throws IOException {
        json.name(name).beginObject();
        json.name("baseline").value(Math.round(change.before().value()));
        json.name("value").value(Math.round(change.after().value()));
        json.name("difference").value(Math.round(change.difference()));
        json.name("margin").value(Math.round(change.margin()));
        json.name("differs").value(change.differs());
        json.endObject();
    }

    private void frame(String name, @Nullable Frame frame) throws IOException {
        json.name(name).value(frame == null ? null : frame.label());
    }
}
