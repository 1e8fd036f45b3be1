package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockLabel;
import dev.plimsoll.event.PairNumbers;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What the numbers of allocations and frees stand for, as an [dev.plimsoll.event.EventSink] is told of them: pairs of
/// a
/// site and a sort, and releases. One thread.
final class BlockWords {

    private final PairNumbers pairs;
    private final SiteBook sites;
    private final HistoryBook history;
    private final ToIntFunction<PagedBlocks.Traits> sortNumbers;

    private int[] origins = new int[64];
    private Release[] releases = new Release[16];

    /// By number of a label, the label and its sort: the same label comes with very many stacks.
    private BlockLabel[] labels = new BlockLabel[16];

    private int[] sorts = new int[16];

    /// @param sortNumbers the number of a sort, a new one when it is the first time
    BlockWords(PairNumbers pairs, SiteBook sites, HistoryBook history, ToIntFunction<PagedBlocks.Traits> sortNumbers) {
        this.pairs = pairs;
        this.sites = sites;
        this.history = history;
        this.sortNumbers = sortNumbers;
    }

    void origin(int number, BlockLabel label, int stack) {
        if (number >= origins.length) {
            origins = Arrays.copyOf(origins, Math.max(number + 1, origins.length * 2));
        }
        origins[number] = pair(label.binding(), stack, sort(label));
    }

    void release(int number, Release release) {
        if (number >= releases.length) {
            releases = Arrays.copyOf(releases, Math.max(number + 1, releases.length * 2));
        }
        releases[number] = release;
    }

    /// The pair of a site and a sort that an origin stands for.
    int pair(int origin) {
        return origins[origin];
    }

    Release release(int number) {
        return releases[number];
    }

    /// As [#pair(int)], by the words themselves.
    int pair(String binding, String kind, @Nullable String ownerClass, boolean everyBlock, int stack) {
        return pair(
                binding, stack, sortNumbers.applyAsInt(new PagedBlocks.Traits(binding, kind, ownerClass, everyBlock)));
    }

    private int pair(String binding, int stack, int sort) {
        int site = sites.number(binding, stack, history);
        int known = pairs.get(site, sort);
        return known == PairNumbers.NONE ? pairs.add(site, sort) : known;
    }

    private int sort(BlockLabel label) {
        if (label.id() >= labels.length) {
            labels = Arrays.copyOf(labels, Math.max(label.id() + 1, labels.length * 2));
            sorts = Arrays.copyOf(sorts, labels.length);
        }
        if (!label.equals(labels[label.id()])) {
            labels[label.id()] = label;
            sorts[label.id()] = sortNumbers.applyAsInt(
                    new PagedBlocks.Traits(label.binding(), label.kind(), label.ownerClass(), label.everyBlock()));
        }
        return sorts[label.id()];
    }
}
