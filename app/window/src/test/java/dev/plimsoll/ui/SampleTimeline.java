package dev.plimsoll.ui;

import static dev.plimsoll.ui.SampleSnapshots.END;
import static dev.plimsoll.ui.SampleSnapshots.MIB;
import static dev.plimsoll.ui.SampleSnapshots.SECOND;
import static dev.plimsoll.ui.SampleSnapshots.START;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.OwnerDeaths;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.timeline.ReferenceCounts;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.ArrayList;
import java.util.List;

/// The series and GC cycles of [SampleSnapshots].
final class SampleTimeline {

    private SampleTimeline() {}

    static TimelineSnapshot of(LedgerSnapshot ledger) {
        int points = 601;
        long[] times = new long[points];
        double[] rss = new double[points];
        double[] used = new double[points];
        double[] committed = new double[points];
        double[] live = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = START + i * SECOND;
            double wave = Math.sin(i * 0.9) * 3 + Math.cos(i * 0.23) * 4;
            rss[i] = (1176 + i * 1.02 + (i > 90 ? 120 : 0) + (i > 300 ? 120 : 0) + (i > 450 ? 136 : 0) + wave) * MIB;
            committed[i] = (i < 90 ? 512 : i < 300 ? 640 : 768) * MIB;
            used[i] = (210 + (i * 16 % 270) * 0.9) * MIB;
            live[i] = Math.floor(22 + i * 0.526);
        }
        rss[points - 1] = 2164 * MIB;
        List<Series> byBinding = new ArrayList<>();
        for (BindingSums sums : ledger.bindings()) {
            double now = sums.liveBytes().value();
            double growth =
                    sums.binding().equals("lwjgl") ? 0.87 : sums.binding().equals("ffm") ? 0.72 : 0.3;
            double[] values = new double[points];
            for (int i = 0; i < points; i++) {
                values[i] = now * (1 - growth + growth * i / (points - 1));
            }
            byBinding.add(new Series(sums.binding(), "bytes", times, values));
        }
        return new TimelineSnapshot(
                START,
                END,
                new Series("rss", "bytes", times, rss),
                new Series("heapUsed", "bytes", times, used),
                new Series("heapCommitted", "bytes", times, committed),
                byBinding,
                new Series("callbacks", "callbacks", times, live),
                cycles(ledger.ownerDeaths()),
                Math.round(2560 * MIB));
    }

    private static List<Cycle> cycles(List<OwnerDeaths> deaths) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < deaths.size(); i++) {
            OwnerDeaths death = deaths.get(i);
            boolean full = i == 14 || i == 29;
            long pause = full ? 182_400_000L : 8_700_000L + i * 613_000L % 4_000_000L;
            cycles.add(new Cycle(
                    death.gcId(),
                    full ? "G1Full" : "G1New",
                    full ? "System.gc()" : i % 5 == 2 ? "G1 Humongous Allocation" : "G1 Evacuation Pause",
                    !full,
                    START + (long) ((8 + i * 16.3) * SECOND),
                    pause + 400_000,
                    pause,
                    pause,
                    new ReferenceCounts(i % 5, 8_000 + i * 31L, 0, full ? 2204 : 180 + i * 13L),
                    Math.round((402 + i * 41 % 110) * MIB),
                    Math.round((208 + i * 37 % 80) * MIB),
                    death.died(),
                    death.freed(),
                    death.stuck(),
                    death.leaked(),
                    Cycle.Cleaning.NONE,
                    0));
        }
        return cycles;
    }
}
