package dev.plimsoll.bench;

import dev.plimsoll.flame.CallNode;
import dev.plimsoll.flame.CallTree;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// What the window does when it opens a file: events decoded, stacks interned, ledger and timeline filled, findings
/// made on the way, ready to be played, and the flame graph's tree built.
final class PlimsollReader implements ReaderRun.Reader {

    @Override
    public long read(Path file, Runnable picture) throws Exception {
        CompletableFuture<Snapshot> open = new CompletableFuture<>();
        try (Session session = PlaybackSession.open(file);
                Session.Subscription _ = session.onSnapshot(snapshot -> {
                    if (snapshot.ledger().eventsApplied() > 0) {
                        picture.run();
                    }
                    if (!(snapshot.phase() instanceof Phase.Opening)) {
                        open.complete(snapshot);
                    }
                })) {
            Snapshot last = open.get();
            CallNode tree = CallTree.of(last.stacks(), last.ledger(), Metric.LIVE_BYTES, TreeShape.LIVE, () -> false);
            if (!(last.phase() instanceof Phase.Playback) || tree.total() <= 0) {
                throw new IllegalStateException(last.phase() + ", " + tree.total() + " bytes in the tree");
            }
            return last.ledger().eventsApplied();
        }
    }
}
