package dev.plimsoll.finding;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.Stack;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.SiteHistory;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who called a line when it took the blocks that stay. The line that takes memory may stand in a library that no
/// list knows, through which all callers come; the one that forgets is then told from the others by its blocks.
final class Callers {

    /// Recorded blocks; of fewer nothing is told.
    private static final int FEWEST = 5;

    private static final double NEARLY_ALL = 0.9;

    /// A caller of more than this share of all blocks does not differ from the others.
    private static final double HALF = 0.5;

    /// Blocks are said to stay after this many nanoseconds, or after a fifth of what was seen.
    private static final long WHILE = 5_000_000_000L;

    private final Evidence evidence;

    Callers(Evidence evidence) {
        this.evidence = evidence;
    }

    /// Blocks of one line: those that stay, and the share of all that it ever took.
    private static final class Share {
        int staying;
        double taken;
    }

    /// A sentence about the caller, or null where the line itself says as much.
    @Nullable
    EvidenceLine of(Finding finding) {
        for (SiteHistory site : evidence.history().blocks()) {
            Frame line = site.frame();
            if (line != null && line.equals(finding.frame()) && site.binding().equals(finding.binding())) {
                return of(site, line);
            }
        }
        return null;
    }

    private @Nullable EvidenceLine of(SiteHistory site, Frame line) {
        Map<Frame, Share> callers = new HashMap<>();
        Share all = new Share();
        Ways ways = new Ways();
        int[] staying = staying(site);
        evidence.takenByStack(site, (id, taken) -> {
            Stack stack = evidence.input().stacks().get(id);
            int stay = staying[id];
            all.staying += stay;
            all.taken += taken;
            for (Frame caller : new HashSet<>(callers(stack, line))) {
                Share share = callers.computeIfAbsent(caller, key -> new Share());
                share.staying += stay;
                share.taken += taken;
            }
            ways.add(id, stay);
        });
        if (all.staying < FEWEST) {
            return null;
        }
        List<Frame> way = callers(evidence.input().stacks().get(ways.most), line);
        Frame guilty = rarest(way, callers, all);
        if (guilty != null) {
            Share share = Objects.requireNonNull(callers.get(guilty));
            return EvidenceLine.of(Figures.count(share.staying) + " of " + Figures.count(all.staying)
                            + " recorded blocks that stay were taken on the way through " + guilty.label()
                            + ", which takes " + Figures.percent(share.taken / all.taken)
                            + " of all blocks of this line.")
                    .at(Door.flame(site.binding(), ways.most));
        }
        Frame first = firstOfProgram(way, line);
        Share share = first == null ? null : callers.get(first);
        if (first == null || share == null || share.staying < NEARLY_ALL * all.staying) {
            return null;
        }
        return EvidenceLine.of("The program came there through " + first.label() + ".")
                .at(Door.flame(site.binding(), ways.most));
    }

    /// Of the callers of nearly all that stays the one that takes least, the innermost of equal ones; null where none
    /// differs from the others.
    private static @Nullable Frame rarest(List<Frame> way, Map<Frame, Share> callers, Share all) {
        Frame rarest = null;
        double least = HALF * all.taken;
        for (Frame caller : way) {
            Share share = callers.get(caller);
            if (share != null
                    && share.staying >= NEARLY_ALL * all.staying
                    && (rarest == null ? share.taken <= least : share.taken < least)) {
                rarest = caller;
                least = share.taken;
            }
        }
        return rarest;
    }

    /// The stack with most blocks that stay.
    private static final class Ways {
        int most;
        int stay = -1;

        void add(int stack, int staying) {
            if (staying > stay) {
                most = stack;
                stay = staying;
            }
        }
    }

    /// A person's frames that called the line, innermost first.
    private static List<Frame> callers(Stack stack, Frame line) {
        int at = stack.frames().indexOf(line);
        return stack.frames().subList(at + 1, stack.frames().size()).stream()
                .filter(Border::isUser)
                .toList();
    }

    /// Where the stack begins in a `main`, that one's packages are the program's, and the line may be of others.
    private static @Nullable Frame firstOfProgram(List<Frame> way, Frame line) {
        if (way.isEmpty() || !way.getLast().method().equals("main")) {
            return null;
        }
        String program = root(way.getLast());
        return root(line).equals(program)
                ? null
                : way.stream()
                        .filter(frame -> root(frame).equals(program))
                        .findFirst()
                        .orElse(null);
    }

    /// The first two parts of a package: `com.acme`.
    private static String root(Frame frame) {
        String name = frame.className();
        int end = name.lastIndexOf('.');
        int second = name.indexOf('.', name.indexOf('.') + 1);
        return name.substring(0, Math.max(0, second > 0 ? Math.min(second, end) : end));
    }

    /// Recorded blocks of a line that are evidence, by stack. Where owners are seen to be gone only theirs are:
    /// others may be in use. Of what the GC frees, those that outlived a collection of the whole heap: what merely
    /// grew old waits for the next.
    private int[] staying(SiteHistory site) {
        boolean orphans = OwnerCollectedRule.Orphans.of(site, evidence).any();
        long before = stayedBefore(site);
        BlockTable blocks = evidence.input().ledger().blocks();
        BitSet stacks = new BitSet();
        evidence.takenByStack(site, (stack, taken) -> stacks.set(stack));
        int[] counts = new int[stacks.length()];
        blocks.rows(stacks, (row, stack, bytes, weight, allocated) -> {
            if (orphans ? blocks.ownerCollected(row) != 0 : allocated < before) {
                counts[stack]++;
            }
        });
        return counts;
    }

    private long stayedBefore(SiteHistory site) {
        long before = evidence.now() - Math.max(WHILE, evidence.span() / 5);
        return site.freedByGc() ? Math.min(before, evidence.lastOldCycle()) : before;
    }
}
