package dev.plimsoll.comparison;

import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Snapshot;
import java.util.function.Function;

/// What the second state is multiplied by before it is compared.
public enum Scaling {
    /// Figures as they were recorded.
    NONE,
    /// As if the second had run as long as the first: for rates, and for what only ever grows.
    TIME,
    /// As if both had the same total: where shares matter and loads differ.
    TOTAL;

    /// The factor for one figure; 1 where there is nothing to scale by.
    public double factor(Snapshot before, Snapshot after, Metric metric) {
        return switch (this) {
            case NONE -> 1;
            case TIME -> ratio(length(before), length(after));
            case TOTAL -> ratio(total(before.ledger(), metric), total(after.ledger(), metric));
        };
    }

    /// Nanoseconds from the first event to the last.
    static double length(Snapshot snapshot) {
        return snapshot.timeline().end() - snapshot.timeline().start();
    }

    private static double ratio(double wanted, double had) {
        return wanted > 0 && had > 0 ? wanted / had : 1;
    }

    private static double total(LedgerSnapshot ledger, Metric metric) {
        return switch (metric) {
            case LIVE_BYTES -> sum(ledger, sums -> sums.liveBytes());
            case LIVE_BLOCKS -> sum(ledger, sums -> sums.liveBlocks());
            case FREED_BYTES -> sum(ledger, sums -> sums.freedBytes());
            case ALLOCATED_BYTES -> sum(ledger, sums -> new Estimate(sums.allocatedBytes(), 0));
            case ALLOCATIONS -> sum(ledger, sums -> new Estimate(sums.allocations(), 0));
            case CALLBACKS -> ledger.callbacksLive();
            case OWNER_GONE_BYTES, DIED_IN_CYCLE ->
                ledger.stacks().stream()
                        .mapToDouble(totals -> totals.ownerGoneBytes().value())
                        .sum();
        };
    }

    private static double sum(LedgerSnapshot ledger, Function<BindingSums, Estimate> figure) {
        return ledger.bindings().stream()
                .mapToDouble(sums -> figure.apply(sums).value())
                .sum();
    }
}
