package dev.plimsoll.flame;

import dev.plimsoll.ledger.SiteKey;
import java.util.function.ObjDoubleConsumer;

/// A figure for each of many sites, told one by one: a hundred thousand of them ten times a second need no map.
@FunctionalInterface
public interface SiteFigures {

    /// Calls `each` in order of first appearance. A site may come more than once; its figures add up.
    void each(ObjDoubleConsumer<SiteKey> each);
}
