package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.PathSites;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// What is known of one frame beyond its box, for the tooltip and the drawer. Immutable.
///
/// @param path identity of the frame
/// @param figures sums over its stacks
/// @param finding position in the snapshot's list of the gravest finding that names the frame's line, or empty
record FrameDetails(List<Frame> path, FrameFigures figures, OptionalInt finding) {

    /// Any thread. The cost follows the number of distinct stacks.
    static FrameDetails of(Snapshot snapshot, Question question, List<Frame> path, BooleanSupplier cancelled) {
        List<StackTotals> stacks = snapshot.ledger().stacks();
        Set<SiteKey> sites = new HashSet<>();
        stacks.forEach(totals -> sites.add(totals.key()));
        for (Callback callback : snapshot.ledger().callbacks()) {
            sites.add(new SiteKey(callback.binding(), callback.stack()));
        }
        Set<SiteKey> through = PathSites.through(snapshot.stacks(), sites, question.shape(), path, cancelled);
        return new FrameDetails(path, FrameFigures.of(stacks, through), finding(snapshot, path, through));
    }

    /// What the live blocks add: needs a walk over all of them.
    static LiveBlocks blocks(Snapshot snapshot, FrameDetails details, BooleanSupplier cancelled) {
        return LiveBlocks.of(
                snapshot.ledger().blocks(),
                Set.copyOf(details.figures.sites()),
                new CycleClock(snapshot.timeline().cycles()),
                cancelled);
    }

    private static OptionalInt finding(Snapshot snapshot, List<Frame> path, Set<SiteKey> through) {
        if (path.isEmpty()) {
            return OptionalInt.empty();
        }
        Frame frame = path.getLast();
        List<Finding> findings = snapshot.findings();
        return IntStream.range(0, findings.size())
                .filter(i -> frame.equals(findings.get(i).frame()) && isBelow(findings.get(i), snapshot, through))
                .findFirst();
    }

    /// A finding is about its line whichever way led there; its stack is only the commonest.
    private static boolean isBelow(Finding finding, Snapshot snapshot, Set<SiteKey> through) {
        return finding.stack() == 0
                || through.stream()
                        .anyMatch(key -> key.binding().equals(finding.binding())
                                && Objects.equals(
                                        snapshot.stacks().get(key.stack()).site(), finding.frame()));
    }

    /// Share of one box in another, 0 when the other is empty.
    static double share(FlameBox box, FlameBox of) {
        return of.node().total() > 0 ? box.node().total() / of.node().total() : 0;
    }
}
