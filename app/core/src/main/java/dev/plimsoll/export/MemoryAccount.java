package dev.plimsoll.export;

import dev.plimsoll.session.Snapshot;

/// Where the resident memory went, at the end of a snapshot. NaN is what nobody measured. The three parts and
/// the rest add up to the whole: the rest is below zero when committed heap was never touched.
///
/// @param rss resident set, bytes
/// @param heapCommitted bytes
/// @param nativeLive estimate of live native bytes
/// @param unexplained `rss` less the two, NaN when one of them is unknown
record MemoryAccount(double rss, double heapCommitted, double nativeLive, double unexplained) {

    static MemoryAccount of(Snapshot snapshot) {
        double rss = snapshot.timeline().rss().last();
        double heap = snapshot.timeline().heapCommitted().last();
        double live = snapshot.ledger().liveBytes().value();
        return new MemoryAccount(rss, heap, live, rss - heap - live);
    }
}
