package dev.plimsoll.export;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report for programs, schema 1: keys in a fixed order, only ever added. What is not known is `null`,
/// never a zero that nobody measured and never left out; sizes are whole bytes.
public final class ReportJson implements Export {

    /// Sites that are written out; `sitesOmitted` counts the others, which are smaller.
    static final int MOST_SITES = 1_000;

    private static final long NANOS = 1_000_000_000L;

    private final @Nullable Comparison comparison;

    /// Of one recording.
    public ReportJson() {
        comparison = null;
    }

    /// With the key `comparison` at the end.
    ///
    /// @param comparison whose second state is the snapshot that is written
    public ReportJson(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public void write(Snapshot snapshot, Appendable out) throws IOException {
        new Report(snapshot, comparison, new JsonWriter(new AppendableWriter(out))).write();
        out.append('\n');
    }

    private record Report(Snapshot snapshot, @Nullable Comparison comparison, JsonWriter json) {

        void write() throws IOException {
            json.setFormattingStyle(FormattingStyle.PRETTY);
            json.setSerializeNulls(true);
            json.beginObject();
            json.name("schema").value(1);
            json.name("summary").value(snapshot.summary());
            recording();
            bindings();
            sites();
            callbacks();
            gc();
            memory();
            findings();
            health();
            if (comparison != null) {
                new ComparisonJson(comparison, json).write();
            }
            json.endObject();
        }

        private void recording() throws IOException {
            long start = snapshot.timeline().start();
            long end = snapshot.timeline().end();
            boolean known = start != 0;
            json.name("recording").beginObject();
            word("file", snapshot.subject().source());
            json.name("start").value(known ? instant(start).toString() : null);
            decimal("durationSeconds", known ? (end - start) / (double) NANOS : Double.NaN);
            word("jvm", snapshot.subject().jvm());
            number("pid", snapshot.subject().pid());
            json.name("events").value(snapshot.ledger().eventsApplied());
            json.name("truncated").value(snapshot.health().truncated());
            json.endObject();
        }

        private void bindings() throws IOException {
            json.name("bindings").beginArray();
            boolean lossless = snapshot.health().eventsLost() == 0;
            for (BindingSums sums : snapshot.ledger().bindings()) {
                json.beginObject();
                json.name("name").value(sums.binding());
                json.name("allocatedBytes").value(sums.allocatedBytes());
                json.name("allocations").value(sums.allocations());
                whole("freedBytes", sums.freedBytes().value());
                json.name("frees").value(sums.frees());
                whole("liveBytes", sums.liveBytes().value());
                whole("liveBlocks", sums.liveBlocks().value());
                whole("liveBytesLow", sums.liveBytes().low());
                whole("liveBytesHigh", sums.liveBytes().high());
                boolean exact = sums.liveBytes().exact() && sums.freedBytes().exact();
                json.name("exact").value(exact && lossless);
                json.endObject();
            }
            json.endArray();
        }

        private void sites() throws IOException {
            List<Site> sites = Sites.of(snapshot.ledger(), snapshot.stacks());
            json.name("sites").beginArray();
            for (Site site : sites.subList(0, Math.min(MOST_SITES, sites.size()))) {
                StackTotals totals = site.totals();
                json.beginObject();
                json.name("binding").value(site.binding());
                whole("liveBytes", totals.liveBytes().value());
                whole("liveBlocks", totals.liveBlocks().value());
                whole("allocatedBytes", totals.allocatedBytes().value());
                whole("allocations", totals.allocations().value());
                frame(site.frame());
                json.name("frameTruncated").value(site.frameTruncated());
                stack(site.stack());
                whole("liveBytesLow", totals.liveBytes().low());
                whole("liveBytesHigh", totals.liveBytes().high());
                json.endObject();
            }
            json.endArray();
            json.name("sitesOmitted").value(Math.max(0, sites.size() - MOST_SITES));
        }

        private void callbacks() throws IOException {
            json.name("callbacks").beginObject();
            json.name("registered").value(snapshot.ledger().callbacksRegistered());
            json.name("released").value(snapshot.ledger().callbacksReleased());
            json.name("live").value(snapshot.ledger().callbacksLive());
            json.name("sites").beginArray();
            for (CallbackSite site : Sites.ofCallbacks(snapshot.ledger(), snapshot.stacks())) {
                json.beginObject();
                json.name("binding").value(site.binding());
                json.name("live").value(site.live());
                json.name("targetClass").value(site.targetClass());
                frame(site.frame());
                json.name("frameTruncated").value(site.frameTruncated());
                stack(site.stack());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }

        private void gc() throws IOException {
            long total = 0;
            long longest = 0;
            for (Cycle cycle : snapshot.timeline().cycles()) {
                total += cycle.sumOfPauses();
                longest = Math.max(longest, cycle.longestPause());
            }
            json.name("gc").beginObject();
            word("collector", snapshot.subject().collector());
            json.name("cycles").value(snapshot.timeline().cycles().size());
            decimal("pauseMillisTotal", total / 1e6);
            decimal("pauseMillisMax", longest / 1e6);
            json.endObject();
        }

        private void memory() throws IOException {
            MemoryAccount account = MemoryAccount.of(snapshot);
            json.name("memory").beginObject();
            whole("rssBytes", account.rss());
            whole("heapCommittedBytes", account.heapCommitted());
            whole("nativeLiveBytes", account.nativeLive());
            whole("unexplainedBytes", account.unexplained());
            json.endObject();
        }

        private void findings() throws IOException {
            json.name("findings").beginArray();
            for (Finding finding : snapshot.findings()) {
                json.beginObject();
                json.name("rule").value(finding.rule());
                json.name("verdict").value(finding.verdict().words());
                json.name("severity").value(finding.severity().word());
                word("binding", finding.binding());
                whole("bytes", finding.bytes().value());
                whole("blocks", finding.blocks().value());
                frame(finding.frame());
                stack(finding.stack());
                json.name("evidence").beginArray();
                for (String line : finding.evidence()) {
                    json.value(line);
                }
                json.endArray();
                json.name("advice").value(finding.advice());
                json.name("sentence").value(finding.sentence());
                json.endObject();
            }
            json.endArray();
        }

        private void health() throws IOException {
            json.name("health").beginObject();
            json.name("eventsLost").value(snapshot.health().eventsLost());
            json.name("orphanFrees").value(snapshot.health().orphanFrees());
            json.name("agentErrors").value(snapshot.health().agentErrors());
            decimal("overheadPercent", snapshot.health().overheadPercent());
            json.endObject();
        }

        private void frame(@Nullable Frame frame) throws IOException {
            json.name("frame").value(frame == null ? null : frame.label());
        }

        private void stack(int id) throws IOException {
            StackTable stacks = snapshot.stacks();
            json.name("stack").beginArray();
            for (Frame frame : stacks.get(id).frames()) {
                json.value(frame.label());
            }
            json.endArray();
        }

        private void word(String name, String value) throws IOException {
            json.name(name).value(value.isEmpty() ? null : value);
        }

        private void number(String name, long value) throws IOException {
            json.name(name);
            if (value < 0) {
                json.nullValue();
            } else {
                json.value(value);
            }
        }

        private void whole(String name, double value) throws IOException {
            json.name(name);
            if (Double.isFinite(value)) {
                json.value(Math.round(value));
            } else {
                json.nullValue();
            }
        }

        /// Three decimals.
        private void decimal(String name, double value) throws IOException {
            json.name(name);
            if (Double.isFinite(value)) {
                json.value(Math.round(value * 1e3) / 1e3);
            } else {
                json.nullValue();
            }
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /// What [JsonWriter] wants to write to.
    private static final class AppendableWriter extends Writer {

        private final Appendable out;

        AppendableWriter(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] chars, int from, int length) throws IOException {
            out.append(java.nio.CharBuffer.wrap(chars, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
