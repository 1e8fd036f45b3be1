package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Site;
import org.jspecify.annotations.Nullable;

/// What stays the same of a site while its figures change.
///
/// @param binding name
/// @param frame the line, or null when no stack was recorded
record SiteId(String binding, @Nullable Frame frame) {

    static SiteId of(Site site) {
        return new SiteId(site.binding(), site.frame());
    }
}
