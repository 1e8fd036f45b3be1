package dev.plimsoll.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Numbers the words that stand beside the numbers of an event, so that a column holds an int for them. One thread
/// adds; what was added before an [EventColumns] was sealed may be read by whoever the columns are handed to.
public final class BlockLabels {

    /// Labels beyond this many share the empty one: a recording has some hundred, a hostile one must not fill the
    /// heap.
    private static final int MOST = 1 << 18;

    record FreeLabel(String binding, FreeCause cause) {}

    private record Words(
            String binding, String kind, @Nullable String ownerClass, boolean everyBlock) {}

    private final Map<Words, Integer> blocks = new HashMap<>();
    private final Map<FreeLabel, Integer> frees = new HashMap<>();
    private BlockLabel[] blockLabels = new BlockLabel[16];
    private final List<FreeLabel> freeLabels = new ArrayList<>();
    private FreeLabel[] publishedFrees = {};
    /// Of stacks and labels.
    private final PairNumbers origins = new PairNumbers();

    /// By stack, its latest label and one more than the origin's number, 0 where there is none: a stack comes with the
    /// same label again and again.
    private long[] latest = new long[1024];

    private int told;

    public BlockLabels() {
        block("", "", null, false);
        free("", FreeCause.EXPLICIT);
    }

    /// The number of an allocation's words.
    public int block(String binding, String kind, @Nullable String ownerClass, boolean everyBlock) {
        Words words = new Words(binding, kind, ownerClass, everyBlock);
        Integer known = blocks.get(words);
        if (known != null || blocks.size() == MOST) {
            return Objects.requireNonNullElse(known, 0);
        }
        int id = blocks.size();
        if (id == blockLabels.length) {
            blockLabels = Arrays.copyOf(blockLabels, id * 2);
        }
        blockLabels[id] = new BlockLabel(id, binding, kind, ownerClass, everyBlock);
        blocks.put(words, id);
        return id;
    }

    /// The number of a free's words.
    public int free(String binding, FreeCause cause) {
        FreeLabel label = new FreeLabel(binding, cause);
        Integer known = frees.get(label);
        if (known != null || frees.size() == MOST) {
            return Objects.requireNonNullElse(known, 0);
        }
        freeLabels.add(label);
        frees.put(label, frees.size());
        return frees.size() - 1;
    }

    /// The number of a label and a stack together.
    int origin(int label, int stack) {
        if (stack >= latest.length) {
            latest = Arrays.copyOf(latest, Math.max(stack + 1, latest.length * 2));
        }
        long last = latest[stack];
        if ((int) (last >>> Integer.SIZE) == label && last != 0) {
            return (int) last - 1;
        }
        int known = origins.get(stack, label);
        int origin = known == PairNumbers.NONE ? origins.add(stack, label) : known;
        latest[stack] = (long) label << Integer.SIZE | origin + 1;
        return origin;
    }

    int origins() {
        return origins.size();
    }

    /// Origins below `count` are being told of; returns how many had been told of before.
    int announced(int count) {
        int before = told;
        told = count;
        return before;
    }

    /// By number of an origin; entries that are there never change.
    int[] publishedStacks() {
        return origins.firsts();
    }

    /// As above.
    int[] publishedLabels() {
        return origins.seconds();
    }

    /// Whether labels were left out because there were too many.
    public boolean full() {
        return blocks.size() == MOST || frees.size() == MOST;
    }

    /// By number; entries that are there never change.
    BlockLabel[] publishedBlocks() {
        return blockLabels;
    }

    FreeLabel[] publishedFrees() {
        if (publishedFrees.length < freeLabels.size()) {
            publishedFrees = freeLabels.toArray(FreeLabel[]::new);
        }
        return publishedFrees;
    }
}
