package dev.plimsoll.ui;

import static dev.plimsoll.ui.SampleSnapshots.END;
import static dev.plimsoll.ui.SampleSnapshots.MIB;
import static dev.plimsoll.ui.SampleSnapshots.SECOND;
import static dev.plimsoll.ui.SampleSnapshots.START;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The blocks, sums and dead owners of [SampleSnapshots].
final class SampleLedger {

    private SampleLedger() {}

    static LedgerSnapshot of(StackTable stacks) {
        List<StackTotals> totals = new ArrayList<>();
        SampleBlocks blocks = new SampleBlocks();
        int row = 0;
        for (String[] site : SampleSites.ALL) {
            double live = Double.parseDouble(site[1]) * MIB;
            double sigma = Double.parseDouble(site[2]) * MIB / 1.96;
            long count = Long.parseLong(site[3]);
            double freed = Double.parseDouble(site[4]) * MIB;
            double gone = Double.parseDouble(site[5]);
            // Four stacks a site: the main one and three by other lines of the callers.
            double[] shares = {0.85, 0.1, 0.04, 0.01};
            for (int variant = 0; variant < shares.length; variant++) {
                double share = shares[variant];
                SiteKey key = new SiteKey(site[0], SampleSites.stack(stacks, site[6], variant));
                Estimate liveBytes = new Estimate(live * share, sigma * sigma * share);
                Estimate liveBlocks = new Estimate(Math.rint(count * share), sigma == 0 ? 0 : count * share * 0.2);
                Estimate allocated = liveBytes.plus(new Estimate(freed * share, 0));
                totals.add(new StackTotals(
                        key,
                        liveBytes,
                        liveBlocks,
                        allocated,
                        new Estimate(Math.rint(count * share * (1 + freed / Math.max(live, 1))), 0),
                        new Estimate(freed * share, 0),
                        new Estimate(live * share * gone, sigma * sigma * share * gone),
                        new Estimate(Math.rint(count * share * gone), 0)));
                long sampled = Math.max(1, Math.min(700, Math.round(count * share * 0.4)));
                for (int i = 0; i < sampled; i++, row++) {
                    long bytes = Math.max(16, Math.round(live / count));
                    blocks.add(new Block(
                            row,
                            0x7f3a0e400000L + 0x40000L * row,
                            bytes,
                            count * share / sampled,
                            site[0],
                            site[0].equals("ffm") ? "auto" : "malloc",
                            site[0].equals("lwjgl") ? "com.acme.render.Texture" : null,
                            START + (20 + (long) i * 570 / sampled) * SECOND,
                            i < sampled * gone ? START + (60 + (long) i * 570 / sampled) * SECOND : 0,
                            key.stack()));
                }
            }
        }
        return new LedgerSnapshot(
                END,
                sums(totals),
                totals,
                blocks,
                SampleCallbacks.all(stacks),
                412,
                74,
                List.of(),
                3,
                1_284_310,
                0,
                deaths(totals));
    }

    private static List<BindingSums> sums(List<StackTotals> totals) {
        Map<String, BindingSums> byName = new TreeMap<>();
        for (StackTotals total : totals) {
            BindingSums one = new BindingSums(
                    total.key().binding(),
                    Math.round(total.allocatedBytes().value()),
                    Math.round(total.allocations().value()),
                    Math.round(total.allocations().value() - total.liveBlocks().value()),
                    true,
                    total.liveBytes(),
                    total.liveBlocks(),
                    total.freedBytes());
            byName.merge(
                    one.binding(),
                    one,
                    (a, b) -> new BindingSums(
                            a.binding(),
                            a.allocatedBytes() + b.allocatedBytes(),
                            a.allocations() + b.allocations(),
                            a.frees() + b.frees(),
                            true,
                            a.liveBytes().plus(b.liveBytes()),
                            a.liveBlocks().plus(b.liveBlocks()),
                            a.freedBytes().plus(b.freedBytes())));
        }
        return List.copyOf(byName.values());
    }

    private static List<OwnerDeaths> deaths(List<StackTotals> totals) {
        List<OwnerDeaths> deaths = new ArrayList<>();
        List<StackTotals> gone = totals.stream()
                .filter(total -> total.ownerGoneBytes().value() > 0)
                .toList();
        for (int i = 0; i < 36; i++) {
            double died = (i == 14 ? 30.9 : 6 + i * 7 % 9) * MIB;
            double freed = died * (i < 6 ? 0.7 : 0.18);
            double stuck = died - freed;
            Map<SiteKey, Double> sites = new LinkedHashMap<>();
            for (StackTotals total : gone) {
                sites.put(total.key(), died / gone.size());
            }
            deaths.add(new OwnerDeaths(173 + i, died, freed, stuck, stuck * 0.8, sites));
        }
        return deaths;
    }
}
