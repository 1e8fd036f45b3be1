package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.CallTree;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/// How old the live blocks below each node are: the mean age in GC cycles, each block counted by its estimated bytes.
/// Two trees of the same shape are folded, one of bytes and one of bytes times age. Any thread.
final class NodeAges {

    private static final int ROWS_BETWEEN_LOOKS = 8192;

    /// Keeps blocks of age 0 in the second tree.
    private static final double LEAST = 1e-6;

    private NodeAges() {}

    private record Pair(CallNode node, CallNode bytes, CallNode aged) {}

    /// By identity of the nodes of `tree`; nodes without live blocks are missing.
    static Map<CallNode, Double> of(CallNode tree, Snapshot snapshot, Question question, BooleanSupplier cancelled) {
        CycleClock clock = new CycleClock(snapshot.timeline().cycles());
        Map<SiteKey, Double> bytes = new LinkedHashMap<>();
        Map<SiteKey, Double> aged = new LinkedHashMap<>();
        BlockTable table = snapshot.ledger().blocks();
        int seen = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (seen++ % ROWS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException();
            }
            Block block = table.block(row);
            SiteKey site = new SiteKey(block.binding(), block.stack());
            double size = block.bytes() * block.weight();
            bytes.merge(site, size, Double::sum);
            aged.merge(site, size * (clock.since(block.allocated()) + LEAST), Double::sum);
        }
        return matched(
                tree,
                CallTree.of(snapshot.stacks(), bytes, question.shape(), cancelled),
                CallTree.of(snapshot.stacks(), aged, question.shape(), cancelled));
    }

    private static Map<CallNode, Double> matched(CallNode tree, CallNode bytes, CallNode aged) {
        Map<CallNode, Double> ages = new IdentityHashMap<>();
        ArrayDeque<Pair> waiting = new ArrayDeque<>();
        waiting.add(new Pair(tree, bytes, aged));
        while (!waiting.isEmpty()) {
            Pair pair = waiting.remove();
            if (pair.bytes.total() > 0) {
                ages.put(pair.node, pair.aged.total() / pair.bytes.total());
            }
            Map<Frame, CallNode> ofBytes = byFrame(pair.bytes);
            Map<Frame, CallNode> ofAged = byFrame(pair.aged);
            for (CallNode child : pair.node.children()) {
                Frame frame = Objects.requireNonNull(child.frame(), "only the root has none");
                CallNode childBytes = ofBytes.get(frame);
                CallNode childAged = ofAged.get(frame);
                if (childBytes != null && childAged != null) {
                    waiting.add(new Pair(child, childBytes, childAged));
                }
            }
        }
        return ages;
    }

    private static Map<Frame, CallNode> byFrame(CallNode node) {
        Map<Frame, CallNode> children = new HashMap<>();
        for (CallNode child : node.children()) {
            children.put(Objects.requireNonNull(child.frame(), "only the root has none"), child);
        }
        return children;
    }
}
