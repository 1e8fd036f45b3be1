package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.SiteKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Goes back from a frame of a tree to the sites it is made of, so that any figure of theirs can be told for it.
/// May run on any thread.
public final class PathSites {

    private static final int STACKS_BETWEEN_LOOKS = 512;

    private PathSites() {}

    /// The sites whose stacks, folded by `shape`, pass through the end of `path`; all that are shown for an empty path.
    ///
    /// @param path from the root's child on
    /// @param cancelled asked now and then
    /// @throws CancellationException when `cancelled` said yes
    public static Set<SiteKey> through(
            StackTable stacks,
            Collection<SiteKey> sites,
            TreeShape shape,
            List<Frame> path,
            BooleanSupplier cancelled) {
        StackShaper shaper = new StackShaper(shape);
        List<Frame> wanted = List.copyOf(path);
        Set<SiteKey> through = new HashSet<>();
        int seen = 0;
        for (SiteKey site : sites) {
            if (seen++ % STACKS_BETWEEN_LOOKS == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Stack stack = stacks.get(site.stack());
            if (!shaper.mayBeginWith(stack, wanted)) {
                continue;
            }
            List<Frame> frames = shaper.path(stack);
            if (!frames.isEmpty() && startsWith(frames, wanted)) {
                through.add(site);
            }
        }
        return through;
    }

    private static boolean startsWith(List<Frame> frames, List<Frame> start) {
        if (frames.size() < start.size()) {
            return false;
        }
        Iterator<Frame> each = frames.iterator();
        for (Frame frame : start) {
            if (!frame.equals(each.next())) {
                return false;
            }
        }
        return true;
    }
}
