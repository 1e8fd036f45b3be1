package dev.plimsoll.ui;

import static dev.plimsoll.ui.SampleSnapshots.MIB;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Door;
import dev.plimsoll.finding.EvidenceLine;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.StackTotals;
import java.util.List;

/// One finding for each verdict that the pictures show.
final class SampleFindings {

    private final StackTable stacks;

    SampleFindings(StackTable stacks) {
        this.stacks = stacks;
    }

    List<Finding> of(LedgerSnapshot ledger) {
        List<StackTotals> all = ledger.stacks();
        return List.of(
                finding(
                        "owner-collected",
                        Verdict.LEAK_PROVEN,
                        "TextureCache.upload loses one 256 KiB buffer for each texture that is evicted.",
                        all.get(0),
                        List.of(
                                EvidenceLine.of(
                                                "Owner collected two or more cycles ago, block still live: 1,604 of 1,648 blocks.")
                                        .at(new Door.Blocks(all.get(0).key())),
                                EvidenceLine.of("The first of them died in the full collection.")
                                        .at(new Door.Cycle(SampleSnapshots.FULL_GC)),
                                EvidenceLine.of("No free was ever seen for this site: 1,648 allocations, 0 frees."),
                                new EvidenceLine(
                                        "Live bytes rise with each cycle: Theil-Sen slope 50.4 MiB/min, lower bound 48.8.",
                                        new Door.Stretch(
                                                SampleSnapshots.START + 60 * SampleSnapshots.SECOND,
                                                SampleSnapshots.START + 360 * SampleSnapshots.SECOND,
                                                all.get(0).key()),
                                        List.of(0.0, 88.0, 131.0, 240.0, 301.0, 412.0)),
                                EvidenceLine.of("Its newest block is at an address that was used before.")
                                        .at(new Door.Address(0x7f0000001000L))),
                        "Free the staging buffer when the upload is done. It is needed only for glTexSubImage2D,"
                                + " which copies it."),
                new Finding(
                        "pair-never-closed",
                        Verdict.LEAK_LIKELY,
                        "Key callbacks are registered for each window and never released.",
                        "lwjgl",
                        Estimate.ZERO,
                        new Estimate(312, 0),
                        frame(ledger.callbacks().getFirst().stack()),
                        ledger.callbacks().getFirst().stack(),
                        List.of(
                                EvidenceLine.of("312 were created, none was destroyed.")
                                        .at(new Door.Callback(
                                                ledger.callbacks().getFirst().handle())),
                                EvidenceLine.of("290 owners were collected.")
                                        .at(Door.flame(
                                                "lwjgl",
                                                ledger.callbacks().getFirst().stack()))),
                        "Free the callback when its window closes: glfwFreeCallbacks(window)."),
                new Finding(
                        "limit",
                        Verdict.SIZED_TOO_SMALL,
                        "With the heap full, 140.0 MiB are left below the container limit.",
                        "",
                        new Estimate(140 * MIB, 0),
                        Estimate.ZERO,
                        null,
                        0,
                        List.of(EvidenceLine.of("-Xmx1g and 1,396 MiB outside the heap, limit 2,560 MiB.")
                                .at(new Door.AccountBook())),
                        "Give the container 256 MiB more, or the heap less."),
                finding(
                        "cleaner-only",
                        Verdict.RELEASED_LATE,
                        "Only the GC frees these arenas: Arena.ofAuto in a loop.",
                        all.get(12),
                        EvidenceLine.of(List.of(
                                "The median block was freed 41 s and 4 cycles after its owner became unreachable.")),
                        "Use Arena.ofConfined in a try block."),
                finding(
                        "allocator",
                        Verdict.RETAINED_BY_ALLOCATOR,
                        "Live bytes are flat, RSS is not: pages stay with malloc.",
                        all.get(4),
                        EvidenceLine.of(List.of("Freed 16,408 MiB while RSS stayed up by 101.0 MiB.")),
                        "Set MALLOC_ARENA_MAX=2, or call malloc_trim after a batch."));
    }

    private Finding finding(
            String rule,
            Verdict verdict,
            String sentence,
            StackTotals site,
            List<EvidenceLine> evidence,
            String advice) {
        return new Finding(
                rule,
                verdict,
                sentence,
                site.key().binding(),
                site.liveBytes(),
                site.liveBlocks(),
                frame(site.key().stack()),
                site.key().stack(),
                evidence,
                advice);
    }

    private Frame frame(int stack) {
        return stacks.get(stack).site();
    }
}
