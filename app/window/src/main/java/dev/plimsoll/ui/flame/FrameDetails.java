package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.StackFolding;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// What is known of one frame beyond its box, for the tooltip and the drawer. Immutable.
///
/// @param path identity of the frame
/// @param stacks ids of those that pass through it; not to be changed
/// @param figures sums over its stacks
/// @param finding position in the snapshot's list of the gravest finding that names the frame's line, or empty
record FrameDetails(List<Frame> path, BitSet stacks, FrameFigures figures, OptionalInt finding) {

    /// On the thread that folds.
    ///
    /// @param folding of the snapshot's stacks
    static FrameDetails of(Snapshot snapshot, StackFolding folding, List<Frame> path, BooleanSupplier cancelled) {
        List<StackTotals> totals = snapshot.ledger().stacks();
        BitSet asked = new BitSet(snapshot.stacks().size());
        totals.forEach(stack -> asked.set(stack.key().stack()));
        snapshot.ledger().callbacks().forEach(callback -> asked.set(callback.stack()));
        BitSet through = folding.through(asked, path, cancelled);
        return new FrameDetails(path, through, FrameFigures.of(totals, through), finding(snapshot, path, through));
    }

    /// What the live blocks add: needs a walk over all of them.
    static LiveBlocks blocks(Snapshot snapshot, FrameDetails details, BooleanSupplier cancelled) {
        return LiveBlocks.of(
                snapshot.ledger().blocks(),
                details.stacks,
                new CycleClock(snapshot.timeline().cycles()),
                cancelled);
    }

    private static OptionalInt finding(Snapshot snapshot, List<Frame> path, BitSet through) {
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
    private static boolean isBelow(Finding finding, Snapshot snapshot, BitSet through) {
        return finding.stack() == 0
                || snapshot.ledger().stacks().stream()
                        .anyMatch(totals -> isOf(
                                finding, totals.key().binding(), totals.key().stack(), snapshot, through))
                || snapshot.ledger().callbacks().stream()
                        .anyMatch(callback -> isOf(finding, callback.binding(), callback.stack(), snapshot, through));
    }

    private static boolean isOf(Finding finding, String binding, int stack, Snapshot snapshot, BitSet through) {
        return through.get(stack)
                && binding.equals(finding.binding())
                && Objects.equals(snapshot.stacks().get(stack).site(), finding.frame());
    }

    /// Share of one box in another, 0 when the other is empty.
    static double share(FlameBox box, FlameBox of) {
        return of.node().total() > 0 ? box.node().total() / of.node().total() : 0;
    }
}
