package dev.plimsoll.ledger;

import dev.plimsoll.event.PairNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sites, which are (binding, stack), by number, and the sums of each. One thread; what it publishes is immutable.
final class SiteBook {

    static final class Site {
        private final SiteKey key;
        final Tally live = new Tally();
        final Tally allocated = new Tally();
        final Tally freed = new Tally();
        private @Nullable Tally ownerGone;
        private boolean dirty;

        private Site(SiteKey key) {
            this.key = key;
        }

        /// Made when first asked for: of most sites no owner is ever told.
        Tally ownerGone() {
            Tally known = ownerGone;
            if (known == null) {
                known = new Tally();
                ownerGone = known;
            }
            return known;
        }

        private StackTotals totals() {
            Tally gone = ownerGone;
            return new StackTotals(
                    key,
                    live.bytes(),
                    live.blocks(),
                    allocated.bytes(),
                    allocated.blocks(),
                    freed.bytes(),
                    gone == null ? Estimate.ZERO : gone.bytes(),
                    gone == null ? Estimate.ZERO : gone.blocks());
        }
    }

    private final Map<String, Integer> bindings = new HashMap<>();

    /// Of stacks and bindings; the number of such a pair is that of the site.
    private final PairNumbers numbers = new PairNumbers();

    /// By number; empty where no sums are kept.
    private final List<Site> sites = new ArrayList<>();

    private final boolean sums;
    private final List<Integer> dirty = new ArrayList<>();
    private SiteKey[] keys = new SiteKey[64];
    private int[] lines = new int[64];
    private StackTotals[] published = new StackTotals[0];
    private List<StackTotals> publishedList = List.of();

    /// @param sums whether sums are kept, for [#touched] and [#publish]
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
            sites.add(new Site(keys[number]));
            touched(number);
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

    /// A site whose sums are about to change.
    Site touched(int number) {
        Site site = sites.get(number);
        if (!site.dirty) {
            site.dirty = true;
            dirty.add(number);
        }
        return site;
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
        if (!dirty.isEmpty()) {
            StackTotals[] next = Arrays.copyOf(published, sites.size());
            for (int number : dirty) {
                Site site = sites.get(number);
                site.dirty = false;
                next[number] = site.totals();
            }
            dirty.clear();
            published = next;
            publishedList = java.util.Collections.unmodifiableList(Arrays.asList(next));
        }
        return publishedList;
    }
}
