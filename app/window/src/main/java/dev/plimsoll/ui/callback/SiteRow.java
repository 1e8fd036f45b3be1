package dev.plimsoll.ui.callback;

import dev.plimsoll.finding.Finding;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// All callbacks of one line. Immutable. Figures are exact, but released ones that the ledger no longer keeps are
/// missing from `registered` and `released`: then both are the least they can be.
///
/// @param id the line
/// @param target what most of them call, or null when unknown
/// @param lifetime what ends them, for example the arena's kind
/// @param live registered and not released
/// @param registered times this line registered one
/// @param released times one was released
/// @param ownerGone live ones whose owner was collected
/// @param invocations calls over all, -1 when not counted
/// @param lastInvoked nanoseconds since the epoch, 0 when never or unknown
/// @param survivors live ones that were registered up to the end of each slice of the session
/// @param finding position of the gravest finding that names this line, or -1
/// @param found that finding, or null
record SiteRow(
        CallbackId id,
        @Nullable String target,
        String lifetime,
        int live,
        int registered,
        int released,
        int ownerGone,
        long invocations,
        long lastInvoked,
        float[] survivors,
        int finding,
        @Nullable Finding found) {

    static final int SLICES = 24;

    String label() {
        return id.frame() == null ? "" : id.frame().label();
    }

    String targetName() {
        return target == null ? "" : target;
    }

    /// What sites can be sorted by; ascending.
    enum Column {
        BINDING(Comparator.comparing(row -> row.id().binding())),
        LINE(Comparator.comparing(SiteRow::label, String.CASE_INSENSITIVE_ORDER)),
        TARGET(Comparator.comparing(SiteRow::targetName, String.CASE_INSENSITIVE_ORDER)),
        LIVE(Comparator.comparingInt(SiteRow::live)),
        REGISTERED(Comparator.comparingInt(SiteRow::registered)),
        RELEASED(Comparator.comparingInt(SiteRow::released)),
        CALLS(Comparator.comparingLong(SiteRow::invocations)),
        /// Gravest last, so that descending puts it on top.
        STATE(Comparator.comparingInt((SiteRow row) ->
                        row.found() == null ? -100 : -row.found().severity().ordinal())
                .thenComparingLong(SiteRow::lastInvoked));

        private final Comparator<SiteRow> order;

        Column(Comparator<SiteRow> order) {
            this.order = order;
        }

        Comparator<SiteRow> order(boolean descending) {
            return descending ? order.reversed() : order;
        }
    }
}
