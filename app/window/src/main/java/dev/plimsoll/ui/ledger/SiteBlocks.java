package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.CycleClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Tells which site a row of the block table belongs to, and what the rows of each site say together. Any thread.
final class SiteBlocks {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;
    private static final int UNKNOWN = -3;

    private final LedgerSnapshot ledger;
    private final Map<SiteId, Integer> numbers = new HashMap<>();
    private final List<SiteId> ids = new ArrayList<>();
    private final int[] siteOfStack;
    private final StackTable stacks;
    private final boolean several;

    SiteBlocks(LedgerSnapshot ledger, StackTable stacks) {
        this.ledger = ledger;
        this.stacks = stacks;
        int[] sites = new int[stacks.size()];
        Arrays.fill(sites, NONE);
        boolean anySeveral = false;
        for (StackTotals totals : ledger.stacks()) {
            int stack = totals.key().stack();
            int number =
                    number(new SiteId(totals.key().binding(), stacks.get(stack).site()));
            // One stack may allocate through two bindings: then the row itself must be asked.
            boolean alone = sites[stack] == NONE || sites[stack] == number;
            sites[stack] = alone ? number : SEVERAL;
            anySeveral |= !alone;
        }
        siteOfStack = sites;
        several = anySeveral;
    }

    private int number(SiteId id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = ids.size();
        ids.add(id);
        numbers.put(id, number);
        return number;
    }

    /// Stacks that lead to a site, by id; [#of(SiteId)] says which of their rows are the site's.
    BitSet stacks(SiteId site) {
        Integer number = numbers.get(site);
        BitSet mine = new BitSet(siteOfStack.length);
        for (int stack = 0; number != null && stack < siteOfStack.length; stack++) {
            mine.set(stack, siteOfStack[stack] == number || siteOfStack[stack] == SEVERAL);
        }
        return mine;
    }

    /// Which rows of [#stacks(SiteId)] are a site's.
    IntPredicate of(SiteId site) {
        int number = numbers.getOrDefault(site, UNKNOWN);
        return several ? row -> siteOf(row, ledger.blocks().stack(row)) == number : row -> true;
    }

    private int siteOf(int row, int stack) {
        int site = stack < siteOfStack.length ? siteOfStack[stack] : NONE;
        if (site != SEVERAL) {
            return site;
        }
        SiteId asked = new SiteId(
                ledger.blocks().block(row).binding(), stacks.get(stack).site());
        return numbers.getOrDefault(asked, NONE);
    }

    /// What the blocks of one site say together.
    static final class Story {
        private final float[] bySlice = new float[SiteRow.SLICES];
        private final int[] byAge = new int[AgeScale.CLASSES];
        private int count;
        private double bytes;
        private double bytesVariance;
        private double blocks;
        private double blocksVariance;
        private @Nullable String ownerClass;

        /// Of the recorded blocks, in GC cycles, by [AgeScale]; -1 without any.
        int medianAge() {
            int before = 0;
            for (int ageClass = 0; ageClass < byAge.length; ageClass++) {
                before += byAge[ageClass];
                if (before * 2 >= count && count > 0) {
                    return AgeScale.age(ageClass);
                }
            }
            return -1;
        }

        /// See [SiteRow#survivors()].
        float[] survivors() {
            float[] sums = bySlice.clone();
            for (int i = 1; i < sums.length; i++) {
                sums[i] += sums[i - 1];
            }
            return sums;
        }

        Estimate bytes() {
            return new Estimate(bytes, bytesVariance);
        }

        Estimate blocks() {
            return new Estimate(blocks, blocksVariance);
        }

        private void add(long size, double weight) {
            bytes += size * weight;
            bytesVariance += (double) size * size * weight * (weight - 1);
            blocks += weight;
            blocksVariance += weight * (weight - 1);
        }

        @Nullable
        String ownerClass() {
            return ownerClass;
        }
    }

    /// The stories of all sites in one walk over the blocks.
    ///
    /// @param from begin of the session, nanoseconds since the epoch
    /// @param to its end
    /// @param range only blocks allocated in it
    /// @throws CancellationException when `cancelled` said yes
    Map<SiteId, Story> stories(
            CycleClock clock, long from, long to, Optional<TimeRange> range, BooleanSupplier cancelled) {
        Story[] stories = new Story[ids.size()];
        BlockTable blocks = ledger.blocks();
        double slice = Math.max(1, (to - from) / (double) SiteRow.SLICES);
        BitSet all = new BitSet(stacks.size());
        all.set(0, siteOfStack.length);
        StillWanted wanted = new StillWanted(cancelled);
        blocks.rows(all, (row, stack, bytes, weight, born) -> {
            wanted.row();
            int site = siteOf(row, stack);
            if (site < 0 || (range.isPresent() && !range.get().contains(born))) {
                return;
            }
            Story story = stories[site];
            if (story == null) {
                story = new Story();
                story.ownerClass = blocks.block(row).ownerClass();
                stories[site] = story;
            }
            story.count++;
            story.add(bytes, weight);
            story.byAge[AgeScale.classOf(clock.since(born))]++;
            int at = Math.clamp((long) ((born - from) / slice), 0, SiteRow.SLICES - 1);
            story.bySlice[at] += (float) (bytes * weight);
        });
        Map<SiteId, Story> byId = HashMap.newHashMap(stories.length);
        for (int i = 0; i < stories.length; i++) {
            if (stories[i] != null) {
                byId.put(ids.get(i), stories[i]);
            }
        }
        return byId;
    }
}
