package dev.plimsoll.export;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import dev.plimsoll.comparison.Comparison;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.MemoryBook;
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

    /// Cycles that are written out, the last ones.
    static final int MOST_CYCLES = 100;

    private static final long NANOS = 1_000_000_000L;

    private final @Nullable Comparison comparison;
    private final List<Suppressions.Suppressed> suppressed;

    /// Of one recording.
    public ReportJson() {
        this(null, List.of());
    }

    /// With the key `comparison` at the end.
    ///
    /// @param comparison whose second state is the snapshot that is written
    public ReportJson(Comparison comparison) {
        this(comparison, List.of());
    }

    /// @param comparison as above, or null
    /// @param suppressed what the snapshot's findings are without
    public ReportJson(@Nullable Comparison comparison, List<Suppressions.Suppressed> suppressed) {
        this.comparison = comparison;
        this.suppressed = suppressed;
    }

    @Override
    public void write(Snapshot snapshot, Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(new AppendableWriter(out));
        new Report(snapshot, comparison, suppressed, json).write();
        out.append('\n');
    }

    private record Report(
            Snapshot snapshot,
            @Nullable Comparison comparison,
            List<Suppressions.Suppressed> suppressed,
            JsonWriter json) {

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
            leftOut();
            unknown();
            coverage();
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
                json.name("invocations").value(site.invocations() < 0 ? null : (Long) site.invocations());
                json.name("lastInvoked")
                        .value(
                                site.lastInvoked() == 0
                                        ? null
                                        : instant(site.lastInvoked()).toString());
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
            joined();
            json.endObject();
        }

        /// Each cycle with the native bytes whose owners died in it.
        private void joined() throws IOException {
            List<Cycle> cycles = snapshot.timeline().cycles();
            json.name("joined").beginArray();
            for (Cycle cycle : cycles.subList(Math.max(0, cycles.size() - MOST_CYCLES), cycles.size())) {
                json.beginObject();
                json.name("id").value(cycle.gcId());
                json.name("name").value(cycle.name());
                json.name("cause").value(cycle.cause());
                json.name("young").value(cycle.young());
                json.name("start").value(instant(cycle.start()).toString());
                decimal("pauseMillis", cycle.sumOfPauses() / 1e6);
                whole("ownerDiedBytes", cycle.ownerDiedBytes());
                whole("freedBytes", cycle.freedBytes());
                whole("stuckBytes", cycle.stuckBytes());
                json.endObject();
            }
            json.endArray();
        }

        private void memory() throws IOException {
            MemoryAccount account = MemoryAccount.of(snapshot);
            json.name("memory").beginObject();
            whole("rssBytes", account.rss());
            whole("heapCommittedBytes", account.heapCommitted());
            whole("nativeLiveBytes", account.nativeLive());
            whole("unexplainedBytes", account.unexplained());
            book();
            json.endObject();
        }

        /// All parts, and the rest that makes them add up to the resident set.
        private void book() throws IOException {
            MemoryBook book = MemoryBook.of(snapshot.timeline());
            json.name("book").beginArray();
            for (MemoryBook.Part part : book.parts()) {
                part(part.name(), part.series().last());
            }
            part("rest", book.rest().last());
            json.endArray();
        }

        private void part(String name, double bytes) throws IOException {
            json.beginObject();
            json.name("part").value(name);
            whole("bytes", bytes);
            json.endObject();
        }

        /// What the recording does not have and how to record that, then what could not be judged for want of it.
        private void unknown() throws IOException {
            json.name("unknown").beginArray();
            if (snapshot.phase() instanceof Phase.Playback playback) {
                for (String sentence : playback.remarks()) {
                    json.value(sentence);
                }
            }
            for (String sentence : snapshot.unknown()) {
                json.value(sentence);
            }
            json.endArray();
        }

        private void leftOut() throws IOException {
            json.name("suppressed").beginArray();
            for (Suppressions.Suppressed one : suppressed) {
                json.beginObject();
                json.name("rule").value(one.finding().rule());
                frame(one.finding().frame());
                json.name("since").value(one.entry().since().toString());
                json.name("reason").value(one.entry().reason());
                json.endObject();
            }
            json.endArray();
        }

        private void other(Finding.@Nullable OtherStack second) throws IOException {
            json.name("otherStack");
            if (second == null) {
                json.nullValue();
                return;
            }
            json.beginObject();
            json.name("what").value(second.what());
            json.name("stack").beginArray();
            for (String frame : second.frames()) {
                json.value(frame);
            }
            json.endArray();
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
                for (String line : finding.evidenceWords()) {
                    json.value(line);
                }
                json.endArray();
                json.name("advice").value(finding.advice());
                json.name("sentence").value(finding.sentence());
                other(finding.other());
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
            Health.Following following = snapshot.health().following();
            json.name("liveTableSize").value(following.size());
            json.name("liveTableCapacity").value(following.capacity());
            json.name("blocksNotFollowed").value(following.notFollowed());
            json.name("ownersNotWatched").value(following.ownersNotWatched());
            json.name("misuses").value(following.misuses());
            json.name("strict").value(following.strict());
            json.name("stackIntervalBytes").value(following.stackInterval());
            json.name("words").beginArray();
            for (String words : following.words()) {
                json.value(words);
            }
            json.endArray();
            json.name("nativeCalls").beginArray();
            for (NativeEvent.NativeCalls calls : snapshot.health().calls()) {
                json.beginObject();
                json.name("symbol").value(calls.symbol());
                json.name("calls").value(calls.count());
                json.name("nanos").value(calls.nanos());
                json.name("bytes").value(calls.bytes());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        }

        private void coverage() throws IOException {
            json.name("coverage").beginArray();
            for (Coverage coverage : snapshot.coverage()) {
                json.beginObject();
                json.name("binding").value(coverage.binding());
                json.name("state").value(coverage.state());
                word("version", coverage.version());
                json.name("detail").value(coverage.detail());
                json.endObject();
            }
            json.endArray();
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
