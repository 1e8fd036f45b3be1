package dev.plimsoll.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the sites came to where they are. Immutable; any thread may read it.
///
/// Time is cut into epochs that end with a GC cycle, or after 2.5 s without one. There are at most 64; when
/// they are full every two become one, so that the history of a day takes as much room as that of a minute.
///
/// @param ends of the epochs that are over, ascending, nanoseconds since 1970; the present one comes after them
/// @param blocks one per binding and line that allocated
/// @param callbacks one per binding and line that registered
/// @param notFollowed lines beyond the bound, of which no history is kept
/// @param threadStarts threads that were started, by stack; unmodifiable
/// @param lines all of `blocks` and `callbacks`, in order of first appearance
/// @param figures of the stacks of each line; null where the ledger's snapshot has them at no cost
public record History(
        long[] ends,
        List<SiteHistory> blocks,
        List<SiteHistory> callbacks,
        int notFollowed,
        Map<Integer, Long> threadStarts,
        List<SiteHistory> lines,
        @Nullable StackFigures figures) {

    public static final History NONE = new History(new long[0], List.of(), List.of(), 0, Map.of(), List.of(), null);

    /// Number of epochs that are over.
    public int epochs() {
        return ends.length;
    }
}
