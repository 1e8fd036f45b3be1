package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups the stacks of a snapshot by the line of code that a person would change. Pure; the cost follows the
/// number of distinct stacks.
public final class Sites {

    private static final Comparator<Site> LARGEST_LIVE_FIRST = Comparator.comparingDouble(
                    (Site site) -> -site.totals().liveBytes().value())
            .thenComparingDouble(site -> -site.totals().liveBlocks().value());

    private static final Comparator<CallbackSite> MOST_LIVE_FIRST = Comparator.comparingLong(site -> -site.live());

    private Sites() {}

    /// Sites by live bytes, then live blocks, largest first; equal ones in order of first appearance. Blocks without a
    /// stack for which others stand have none.
    public static List<Site> of(LedgerSnapshot ledger, StackTable stacks) {
        Map<Line, Group> groups = new LinkedHashMap<>();
        for (StackTotals totals : ledger.stacks()) {
            if (totals.key().stack() == 0 && totals.allocations().value() == 0) {
                continue;
            }
            Stack stack = stacks.get(totals.key().stack());
            groups.computeIfAbsent(new Line(totals.key().binding(), stack.site()), line -> new Group())
                    .add(totals, stack);
        }
        List<Site> sites = new ArrayList<>(groups.size());
        groups.forEach((line, group) -> sites.add(group.site(line)));
        sites.sort(LARGEST_LIVE_FIRST);
        return sites;
    }

    /// Lines with live callbacks, most first; equal ones in order of first registration.
    public static List<CallbackSite> ofCallbacks(LedgerSnapshot ledger, StackTable stacks) {
        Map<Line, CallbackGroup> groups = new LinkedHashMap<>();
        for (Callback callback : ledger.callbacks()) {
            if (callback.live()) {
                Stack stack = stacks.get(callback.stack());
                groups.computeIfAbsent(new Line(callback.binding(), stack.site()), line -> new CallbackGroup())
                        .add(callback);
            }
        }
        List<CallbackSite> sites = new ArrayList<>(groups.size());
        groups.forEach((line, group) -> sites.add(group.site(line, stacks)));
        sites.sort(MOST_LIVE_FIRST);
        return sites;
    }

    private record Line(String binding, @Nullable Frame frame) {}

    private static final class Group {

        private @Nullable StackTotals sum;
        private @Nullable StackTotals commonest;
        private boolean truncated;
        private int stacks;

        void add(StackTotals totals, Stack stack) {
            stacks++;
            truncated |= stack.siteTruncated();
            if (commonest == null
                    || totals.allocations().value() > commonest.allocations().value()) {
                commonest = totals;
            }
            sum = sum == null ? totals : sum.plus(totals);
        }

        Site site(Line line) {
            SiteKey key = java.util.Objects.requireNonNull(commonest).key();
            StackTotals totals = java.util.Objects.requireNonNull(sum).withKey(key);
            return new Site(line.binding, line.frame, truncated, key.stack(), stacks, totals);
        }
    }

    private static final class CallbackGroup {

        private final Map<Integer, Long> stacks = new LinkedHashMap<>();
        private final Map<String, Long> targets = new LinkedHashMap<>();
        private long live;
        private long invocations = -1;
        private long lastInvoked;

        void add(Callback callback) {
            live++;
            if (callback.invocations() >= 0) {
                invocations = Math.max(0, invocations) + callback.invocations();
            }
            lastInvoked = Math.max(lastInvoked, callback.lastInvoked());
            stacks.merge(callback.stack(), 1L, Long::sum);
            String target = callback.targetClass();
            if (target != null) {
                targets.merge(target, 1L, Long::sum);
            }
        }

        CallbackSite site(Line line, StackTable table) {
            int stack = java.util.Objects.requireNonNull(most(stacks));
            return new CallbackSite(
                    line.binding,
                    line.frame,
                    table.get(stack).siteTruncated(),
                    stack,
                    most(targets),
                    live,
                    invocations,
                    lastInvoked);
        }

        private static <K> @Nullable K most(Map<K, Long> counts) {
            K most = null;
            long count = 0;
            for (Map.Entry<K, Long> entry : counts.entrySet()) {
                if (entry.getValue() > count) {
                    most = entry.getKey();
                    count = entry.getValue();
                }
            }
            return most;
        }
    }
}
