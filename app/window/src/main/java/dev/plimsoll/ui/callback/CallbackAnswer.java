package dev.plimsoll.ui.callback;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of both tables. Immutable.
///
/// @param snapshot what it is about
/// @param sites in the order shown
/// @param selected the chosen line, or null when there is none
/// @param handles callbacks of the chosen line, or all, in the order shown
/// @param ownerGone live callbacks whose owner was collected, over all lines
/// @param complete whether the ledger still keeps every callback that was released
record CallbackAnswer(
        Snapshot snapshot,
        List<SiteRow> sites,
        @Nullable CallbackId selected,
        List<Callback> handles,
        int ownerGone,
        boolean complete) {

    private static final int BETWEEN_LOOKS = 8192;

    /// @param range only callbacks registered in it
    /// @param search looked for in the line, the target and the binding
    /// @param letSites what the filters of the lines' columns let through
    /// @param letHandles what those of the callbacks' columns let through
    /// @param selected the line a person chose, or null for the first
    /// @param all whether the callbacks of all lines are listed
    record Asked(
            Snapshot snapshot,
            Optional<TimeRange> range,
            Search search,
            Predicate<SiteRow> letSites,
            Predicate<Callback> letHandles,
            SiteRow.Column by,
            boolean descending,
            HandleColumn handlesBy,
            boolean handlesDescending,
            @Nullable CallbackId selected,
            boolean all) {}

    /// Any thread.
    static CallbackAnswer to(Asked asked, BooleanSupplier cancelled) {
        Snapshot snapshot = asked.snapshot;
        Map<CallbackId, Group> groups = new LinkedHashMap<>();
        int released = 0;
        int gone = 0;
        int seen = 0;
        for (Callback callback : snapshot.ledger().callbacks()) {
            if (seen++ % BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            released += callback.live() ? 0 : 1;
            gone += callback.live() && callback.ownerCollected() > 0 ? 1 : 0;
            if (asked.range.isEmpty() || asked.range.get().contains(callback.registered())) {
                groups.computeIfAbsent(id(snapshot, callback), Group::new).add(callback, snapshot);
            }
        }
        Map<CallbackId, Integer> findings = findings(snapshot.findings());
        List<SiteRow> sites = new ArrayList<>();
        groups.forEach((id, group) -> {
            int finding = findings.getOrDefault(id, -1);
            SiteRow row =
                    group.row(finding, finding < 0 ? null : snapshot.findings().get(finding));
            if (matches(asked.search, row) && asked.letSites.test(row)) {
                sites.add(row);
            }
        });
        sites.sort(asked.by.order(asked.descending));
        CallbackId selected = asked.selected != null && groups.containsKey(asked.selected)
                ? asked.selected
                : sites.isEmpty() ? null : sites.getFirst().id();
        List<Callback> handles = new ArrayList<>();
        for (SiteRow row : sites) {
            Group group = groups.get(row.id());
            if (group != null && (asked.all || row.id().equals(selected))) {
                group.callbacks.stream().filter(asked.letHandles).forEach(handles::add);
            }
        }
        handles.sort(asked.handlesBy.order(asked.handlesDescending));
        boolean complete = released >= snapshot.ledger().callbacksReleased();
        return new CallbackAnswer(snapshot, List.copyOf(sites), selected, List.copyOf(handles), gone, complete);
    }

    CallbackAnswer withoutBlocks() {
        return new CallbackAnswer(snapshot.withoutBlocks(), sites, selected, handles, ownerGone, complete);
    }

    static CallbackId id(Snapshot snapshot, Callback callback) {
        return new CallbackId(
                callback.binding(), snapshot.stacks().get(callback.stack()).site());
    }

    private static boolean matches(Search search, SiteRow row) {
        return !search.active()
                || search.finds(row.label())
                || search.finds(row.targetName())
                || search.finds(row.id().binding());
    }

    private static Map<CallbackId, Integer> findings(List<Finding> findings) {
        Map<CallbackId, Integer> first = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Frame frame = findings.get(i).frame();
            if (frame != null) {
                first.putIfAbsent(new CallbackId(findings.get(i).binding(), frame), i);
            }
        }
        return first;
    }

    /// The callbacks of one line while they are gathered.
    private static final class Group {
        private final CallbackId id;
        private final List<Callback> callbacks = new ArrayList<>();
        private final Map<String, Integer> targets = new LinkedHashMap<>();
        private final float[] slices = new float[SiteRow.SLICES];
        private int live;
        private int ownerGone;
        private long invocations = -1;
        private long lastInvoked;
        private String lifetime = "";

        Group(CallbackId id) {
            this.id = id;
        }

        void add(Callback callback, Snapshot snapshot) {
            callbacks.add(callback);
            lifetime = callback.lifetime();
            if (callback.targetClass() != null) {
                targets.merge(callback.targetClass(), 1, Integer::sum);
            }
            if (callback.invocations() >= 0) {
                invocations = Math.max(0, invocations) + callback.invocations();
            }
            lastInvoked = Math.max(lastInvoked, callback.lastInvoked());
            if (callback.live()) {
                live++;
                ownerGone += callback.ownerCollected() > 0 ? 1 : 0;
                long start = snapshot.timeline().start();
                double slice = Math.max(1, (snapshot.timeline().end() - start) / (double) SiteRow.SLICES);
                slices[Math.clamp((long) ((callback.registered() - start) / slice), 0, SiteRow.SLICES - 1)]++;
            }
        }

        SiteRow row(int finding, @Nullable Finding found) {
            for (int i = 1; i < slices.length; i++) {
                slices[i] += slices[i - 1];
            }
            String target = targets.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(null);
            return new SiteRow(
                    id,
                    target,
                    lifetime,
                    live,
                    callbacks.size(),
                    callbacks.size() - live,
                    ownerGone,
                    invocations,
                    lastInvoked,
                    slices,
                    finding,
                    found);
        }
    }
}
