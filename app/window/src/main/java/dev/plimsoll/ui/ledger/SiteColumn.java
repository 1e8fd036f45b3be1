package dev.plimsoll.ui.ledger;

import java.util.Comparator;

/// What sites can be sorted by. Ascending; names without regard to case.
enum SiteColumn {
    BINDING(Comparator.comparing(row -> row.site().binding())),
    SITE(Comparator.comparing(SiteRow::label, String.CASE_INSENSITIVE_ORDER)),
    LIVE(Comparator.comparingDouble(row -> row.live().value())),
    MARGIN(Comparator.comparingDouble(row -> row.live().margin())),
    BLOCKS(Comparator.comparingDouble(row -> row.blocks().value())),
    FREED(Comparator.comparingDouble(SiteRow::freed)),
    AGE(Comparator.comparingInt(SiteRow::medianAge)),
    OWNER(Comparator.comparingDouble(SiteRow::ownerGone)),
    /// Gravest last, so that descending puts it on top.
    VERDICT(Comparator.comparingInt(
            row -> row.found() == null ? -100 : -row.found().severity().ordinal()));

    private final Comparator<SiteRow> order;

    SiteColumn(Comparator<SiteRow> order) {
        this.order = order;
    }

    Comparator<SiteRow> order(boolean descending) {
        return descending ? order.reversed() : order;
    }
}
