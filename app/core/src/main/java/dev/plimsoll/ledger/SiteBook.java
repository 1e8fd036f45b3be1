package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sites, which are (binding, stack), by number, and the sums of each. One thread; what it publishes is immutable.
final class SiteBook {

    /// Figures of a site side by side: bytes and blocks that live, bytes and blocks that were taken, bytes that were
    /// given back; all of blocks of weight 1. An event touches one line of the cache, or two.
    private static final int FIGURES = 5;

    private static final int LIVE = 0;
    private static final int ALLOCATED = 2;
    private static final int FREED = 4;

    /// Of one site, only once it has such: blocks of other weights than 1, and all whose owner is gone.
    private static final class Others {
        private final Tally live = new Tally();
        private final Tally allocated = new Tally();
        private final Tally freed = new Tally();
        private final Tally ownerGone = new Tally();
    }

    private static final Others NONE = new Others();

    private final Map<String, Integer> bindings = new HashMap<>();

    /// Of stacks and bindings; the number of such a pair is that of the site.
    private final PairNumbers numbers = new PairNumbers();

    private final boolean sums;
    private long[] figures = {};
    private @Nullable Others[] others = {};

    /// Sites whose sums changed since they were published, by number.
    private final BitSet changed = new BitSet();

    private SiteKey[] keys = new SiteKey[64];
    private int[] lines = new int[64];
    private StackTotals[] published = new StackTotals[0];
    private List<StackTotals> publishedList = List.of();

    /// @param sums whether sums are kept, for [#publish]
    SiteBook(boolean sums) {
        this.sums = sums;
    }

    /// The number of a site, from 0 in order of first appearance.
    int number(String binding, int stack, HistoryBook history) {
        int numberOfBinding = bindings.computeIfAbsent(binding, _ -> bindings.size());
        int known = numbers.get(stack, numberOfBinding);
        if (known != PairNumbers.NONE) {
            return known;
        }
        int number = numbers.add(stack, numberOfBinding);
        if (number == keys.length) {
            keys = Arrays.copyOf(keys, number * 2);
            lines = Arrays.copyOf(lines, number * 2);
        }
        keys[number] = new SiteKey(binding, stack);
        lines[number] = history.line(binding, stack, false);
        if (sums) {
            if (number == others.length) {
                others = Arrays.copyOf(others, keys.length);
                figures = Arrays.copyOf(figures, keys.length * FIGURES);
            }
            changed.set(number);
        }
        return number;
    }

    /// Its line in the [HistoryBook].
    int line(int number) {
        return lines[number];
    }

    /// As above, by number; a longer array replaces it when it is full, entries never change.
    int[] lines() {
        return lines;
    }

    /// A block was taken.
    void allocated(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            if (weight == 1) {
                figures[site * FIGURES + ALLOCATED] += bytes;
                figures[site * FIGURES + ALLOCATED + 1]++;
            } else {
                others(site).allocated.add(bytes, weight);
            }
        }
    }

    /// It is live.
    void began(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            if (weight == 1) {
                figures[site * FIGURES + LIVE] += bytes;
                figures[site * FIGURES + LIVE + 1]++;
            } else {
                others(site).live.add(bytes, weight);
            }
        }
    }

    /// It is live no more.
    void ended(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            if (weight == 1) {
                figures[site * FIGURES + LIVE] -= bytes;
                figures[site * FIGURES + LIVE + 1]--;
            } else {
                others(site).live.remove(bytes, weight);
            }
        }
    }

    /// It was given back.
    void freed(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            if (weight == 1) {
                figures[site * FIGURES + FREED] += bytes;
            } else {
                others(site).freed.add(bytes, weight);
            }
        }
    }

    /// The owner of a live block is gone.
    void ownerGone(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            others(site).ownerGone.add(bytes, weight);
        }
    }

    /// A block is live no more whose owner was gone.
    void ownerlessEnded(int site, long bytes, double weight) {
        if (sums) {
            changed.set(site);
            others(site).ownerGone.remove(bytes, weight);
        }
    }

    private Others others(int site) {
        Others known = others[site];
        if (known == null) {
            known = new Others();
            others[site] = known;
        }
        return known;
    }

    int size() {
        return numbers.size();
    }

    /// By number; a longer array replaces it when it is full, entries never change.
    SiteKey[] keys() {
        return keys;
    }

    /// The totals as they are now; the same list when nothing changed, the same element where its site did not.
    List<StackTotals> publish() {
        if (!changed.isEmpty()) {
            StackTotals[] next = Arrays.copyOf(published, size());
            for (int site = changed.nextSetBit(0); site >= 0; site = changed.nextSetBit(site + 1)) {
                next[site] = totals(site);
            }
            changed.clear();
            published = next;
            publishedList = Collections.unmodifiableList(Arrays.asList(next));
        }
        return publishedList;
    }

    private StackTotals totals(int site) {
        int at = site * FIGURES;
        Others known = others[site];
        Others more = known == null ? NONE : known;
        return new StackTotals(
                keys[site],
                more.live.bytes(figures[at + LIVE]),
                more.live.blocks(figures[at + LIVE + 1]),
                more.allocated.bytes(figures[at + ALLOCATED]),
                more.allocated.blocks(figures[at + ALLOCATED + 1]),
                more.freed.bytes(figures[at + FREED]),
                more.ownerGone.bytes(),
                more.ownerGone.blocks());
    }
}
