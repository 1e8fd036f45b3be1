package dev.plimsoll.session;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.recording.RecordingFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// A recording without the events that Plimsoll does not read, and on demand without blocks that are of no interest.
public final class RecordingCopy {

    private RecordingCopy() {}

    /// Which blocks a copy keeps.
    public enum Kept {
        /// Every event that Plimsoll reads.
        EVERYTHING,
        /// Allocations of the blocks that are live at the end.
        LIVE,
        /// Allocations of the blocks that were freed, and their frees.
        FREED,
        /// Allocations of the live blocks of lines that a finding calls a leak; where owners are known to be gone, of
        /// the blocks without one only.
        LEAKED
    }

    private record Birth(long address, long time) {}

    /// Copies `file` to `to`, which is written over.
    ///
    /// @param snapshot of the whole of `file`
    /// @param anonymise whether the program's own names and its command line go
    /// @throws IOException when it cannot be read or written
    public static void write(Path file, Snapshot snapshot, Kept kept, boolean anonymise, Path to) throws IOException {
        Set<SiteKey> gone = ownersGone(snapshot);
        Set<Birth> live = live(snapshot, block -> kept != Kept.LEAKED || leaks(snapshot, block, gone));
        RecordingFilter.copy(file, to, !anonymise, event -> switch (kept) {
            case EVERYTHING -> true;
            case FREED -> !event.counts() && !(event.begins() && live.contains(birth(event)));
            case LIVE, LEAKED -> !event.counts() && !event.ends() && !(event.begins() && !live.contains(birth(event)));
        });
        if (anonymise) {
            RecordingFilter.anonymise(to);
        }
    }

    private static Birth birth(RecordingFilter.Passing event) {
        return new Birth(event.address(), event.time());
    }

    private static Set<Birth> live(Snapshot snapshot, Predicate<Block> wanted) {
        BlockTable blocks = snapshot.ledger().blocks();
        Set<Birth> live = new HashSet<>();
        for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
            if (wanted.test(blocks.block(row))) {
                live.add(new Birth(blocks.address(row), blocks.allocated(row)));
            }
        }
        return live;
    }

    private static boolean leaks(Snapshot snapshot, Block block, Set<SiteKey> ownersGone) {
        Frame site = snapshot.stacks().get(block.stack()).site();
        for (Finding finding : snapshot.findings()) {
            boolean leak = finding.verdict() == Verdict.LEAK_PROVEN || finding.verdict() == Verdict.LEAK_LIKELY;
            if (leak
                    && Objects.equals(finding.frame(), site)
                    && finding.binding().equals(block.binding())) {
                return block.ownerCollected() != 0 || !ownersGone.contains(new SiteKey(block.binding(), block.stack()));
            }
        }
        return false;
    }

    private static Set<SiteKey> ownersGone(Snapshot snapshot) {
        Set<SiteKey> gone = new HashSet<>();
        for (StackTotals totals : snapshot.ledger().stacks()) {
            if (totals.ownerGoneBlocks().value() > 0) {
                gone.add(totals.key());
            }
        }
        return gone;
    }
}
