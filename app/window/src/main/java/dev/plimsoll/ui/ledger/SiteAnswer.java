package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of the sites table. Immutable.
///
/// @param rows in the order shown
/// @param known number of sites before filters
/// @param share of all live bytes that the rows hold, 0..1
record SiteAnswer(List<SiteRow> rows, int known, double share) {

    static final SiteAnswer NONE = new SiteAnswer(List.of(), 0, 0);

    /// @param search looked for in the line, the binding and the owner
    /// @param columns what the filters of the columns let through
    /// @param keep order of an earlier answer to be kept, sites that are new at its end; null to sort
    record Asked(
            Snapshot snapshot,
            Optional<TimeRange> range,
            Search search,
            Predicate<SiteRow> columns,
            SiteColumn by,
            boolean descending,
            @Nullable List<SiteId> keep) {}

    /// Any thread.
    static SiteAnswer to(Asked asked, BooleanSupplier cancelled) {
        Snapshot snapshot = asked.snapshot;
        SiteBlocks blocks = new SiteBlocks(snapshot.ledger(), snapshot.stacks());
        Map<SiteId, SiteBlocks.Story> stories = blocks.stories(
                new CycleClock(snapshot.timeline().cycles()),
                snapshot.timeline().start(),
                snapshot.timeline().end(),
                asked.range,
                cancelled);
        Map<SiteId, Integer> findings = findings(snapshot.findings());
        List<SiteRow> all = new ArrayList<>();
        for (Site site : Sites.of(snapshot.ledger(), snapshot.stacks())) {
            SiteBlocks.Story story = stories.get(SiteId.of(site));
            boolean inRange = asked.range.isEmpty() || story != null;
            if (inRange) {
                all.add(row(site, story, asked.range.isPresent(), findings, snapshot.findings()));
            }
        }
        double total = live(all);
        List<SiteRow> shown = new ArrayList<>(all);
        shown.removeIf(row -> !matches(asked.search, row) || !asked.columns.test(row));
        shown.sort(asked.keep == null ? asked.by.order(asked.descending) : keeping(asked.keep));
        return new SiteAnswer(List.copyOf(shown), all.size(), total > 0 ? live(shown) / total : 0);
    }

    private static SiteRow row(
            Site site,
            SiteBlocks.@Nullable Story story,
            boolean ranged,
            Map<SiteId, Integer> findings,
            List<Finding> all) {
        int finding = findings.getOrDefault(SiteId.of(site), -1);
        Estimate live = ranged && story != null ? story.bytes() : site.totals().liveBytes();
        Estimate blocks =
                ranged && story != null ? story.blocks() : site.totals().liveBlocks();
        return new SiteRow(
                site,
                live,
                blocks,
                story == null ? -1 : story.medianAge(),
                story == null ? new float[SiteRow.SLICES] : story.survivors(),
                story == null ? null : story.ownerClass(),
                finding,
                finding < 0 ? null : all.get(finding));
    }

    private static boolean matches(Search search, SiteRow row) {
        return !search.active()
                || search.finds(row.label())
                || search.finds(row.site().binding())
                || (row.ownerClass() != null && search.finds(row.ownerClass()));
    }

    private static Map<SiteId, Integer> findings(List<Finding> findings) {
        Map<SiteId, Integer> first = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Frame frame = findings.get(i).frame();
            if (frame != null) {
                first.putIfAbsent(new SiteId(findings.get(i).binding(), frame), i);
            }
        }
        return first;
    }

    private static Comparator<SiteRow> keeping(List<SiteId> order) {
        Map<SiteId, Integer> places = HashMap.newHashMap(order.size());
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        return Comparator.comparingInt(row -> places.getOrDefault(row.id(), Integer.MAX_VALUE));
    }

    private static double live(List<SiteRow> rows) {
        return rows.stream().mapToDouble(row -> row.live().value()).sum();
    }
}
