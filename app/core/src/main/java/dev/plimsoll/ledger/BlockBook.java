package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockRun;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.PairNumbers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Live blocks by address, and what their coming and going does to the sums. One thread.
final class BlockBook {

    private final SiteBook sites;
    private final CycleBook cycles;
    private final HistoryBook history;
    private final BlockStore blocks;

    private final PairNumbers pairs;
    private final AddressSpaces spaces;
    private final Stragglers stragglers = new Stragglers();
    private final Map<PagedBlocks.Traits, Integer> numbers = new HashMap<>();
    private PagedBlocks.Traits[] traits = new PagedBlocks.Traits[16];
    private Sort[] sorts = new Sort[16];
    private final RunRows rows;
    private final BlockRow block = new BlockRow();
    private long orphanFrees;
    private long lostBlocks;
    private double live;
    private double peak;
    private long peakTime;

    BlockBook(BlockStore blocks, PairNumbers pairs, SiteBook sites, CycleBook cycles, HistoryBook history) {
        this.blocks = blocks;
        this.spaces = new AddressSpaces(blocks);
        this.pairs = pairs;
        this.sites = sites;
        this.cycles = cycles;
        this.history = history;
        rows = new RunRows(blocks, spaces, stragglers, pairs);
    }

    int traits(PagedBlocks.Traits key, BindingBook bindings) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == traits.length) {
            traits = Arrays.copyOf(traits, number * 2);
            sorts = Arrays.copyOf(sorts, number * 2);
        }
        traits[number] = key;
        sorts[number] = Sort.of(key, bindings, spaces);
        numbers.put(key, number);
        return number;
    }

    /// Enters `from <= i < to` of a run; returns the first that wants [#allocate] or [#free], or `to`.
    int enter(BlockRun run, int from, int to, BlockWords words) {
        int end = rows.find(run, from, to, words, sorts);
        for (int i = from; i < end; i++) {
            long when = run.time(i);
            if (run.isFree(i)) {
                blocks.read(rows.row(i), block);
                gaveBack(block, when, words.release(run.word(i)).cause());
            } else {
                int pair = words.pair(run.word(i));
                Sort sort = sorts[pairs.second(pair)];
                taken(pairs.first(pair), run.bytes(i), run.weight(i), sort);
                began(pairs.first(pair), when, run.bytes(i), run.weight(i), sort);
            }
        }
        return end;
    }

    void allocate(long when, long address, long bytes, double weight, int pair) {
        int site = pairs.first(pair);
        Sort sort = sorts[pairs.second(pair)];
        taken(site, bytes, weight, sort);
        blocks.expect(1);
        int row = blocks.add(address, bytes, weight, when, pair);
        Stragglers.EarlyFree early = stragglers.freeOf(address, when);
        if (early != null) {
            freedEarly(row, early);
            return;
        }
        AddressMap space = sort.space();
        int old = space.put(address, row);
        if (old != AddressMap.NONE) {
            if (blocks.allocated(old) > when) {
                // A younger block has the address already.
                space.put(address, old);
                blocks.read(row, block);
                blocks.remove(row, blocks.allocated(old), true);
                lost(address, block);
                return;
            }
            lose(address, old, when);
        }
        began(site, when, bytes, weight, sort);
    }

    private void taken(int site, long bytes, double weight, Sort sort) {
        sites.allocated(site, bytes, weight);
        if (!sort.pooled()) {
            sort.account().allocated.add(bytes, sort.inAccount(weight));
        }
    }

    /// It is live.
    private void began(int site, long when, long bytes, double weight, Sort sort) {
        born(site, when, bytes, weight, sort);
        sites.began(site, bytes, weight);
        if (!sort.pooled()) {
            double inAccount = sort.inAccount(weight);
            sort.account().live.add(bytes, inAccount);
            live += bytes * inAccount;
            if (live > peak) {
                peak = live;
                peakTime = when;
            }
        }
    }

    /// The block's free came before it.
    private void freedEarly(int row, Stragglers.EarlyFree early) {
        blocks.read(row, block);
        orphanFrees -= early.counted() ? 1 : 0;
        blocks.remove(row, early.time(), false);
        Sort sort = sorts[block.traits];
        born(block.site, block.allocated, block.bytes, block.weight, sort);
        ended(block, early.time(), early.cause(), 0);
        freed(block, early.cause(), early.time(), false);
    }

    /// The address was given out again.
    private void lose(long address, int row, long when) {
        blocks.read(row, block);
        takeOut(block, when, true);
        ended(block, when, null, block.ownerCollected);
        lost(address, block);
    }

    Release release(String binding, FreeCause cause) {
        return Release.of(binding, cause, spaces);
    }

    void free(long when, long address, Release release) {
        FreeCause cause = release.cause();
        AddressMap space = release.apart() == null ? spaces.at(address) : release.apart();
        int row = space.remove(address);
        if (row == AddressMap.NONE) {
            orphanFrees += release.counts() ? 1 : 0;
            stragglers.orphan(address, new Stragglers.EarlyFree(when, cause, release.counts()));
            return;
        }
        blocks.read(row, block);
        BlockRow lost = block.allocated > when ? stragglers.lostBefore(address, when) : null;
        if (lost != null) {
            space.put(address, row);
            lostBlocks--;
            blocks.found(lost.row, when);
            freed(lost, cause, when, false);
        } else {
            gaveBack(block, when, cause);
        }
    }

    private void gaveBack(BlockRow out, long when, FreeCause cause) {
        takeOut(out, when, false);
        ended(out, when, cause, out.ownerCollected);
        freed(out, cause, when, out.ownerCollected != 0);
    }

    boolean holds(long address, String binding) {
        return row(address, binding) != AddressMap.NONE;
    }

    /// Returns whether the address is a live block's.
    boolean ownerCollected(NativeEvent.OwnerCollected event) {
        int row = row(event.address(), event.binding());
        if (row == AddressMap.NONE) {
            return false;
        }
        blocks.read(row, block);
        if (block.ownerCollected == 0 && block.allocated <= event.seen()) {
            blocks.ownerCollected(row, event.seen());
            sites.ownerGone(block.site, block.bytes, block.weight);
            cycles.stuck(
                    block.site,
                    block.bytes * block.weight,
                    block.weight,
                    event.seen(),
                    traits[block.traits].freedByGc());
            if (!sorts[block.traits].untraced(block.weight)) {
                history.ownerGone(sites.line(block.site), event.seen(), block.bytes, block.weight, event.ownerClass());
            }
        }
        return true;
    }

    long orphanFrees() {
        return orphanFrees;
    }

    long lostBlocks() {
        return lostBlocks;
    }

    /// When there were most live bytes, nanoseconds since the epoch, 0 when there never was a block.
    long peakTime() {
        return peakTime;
    }

    /// The live blocks now; the same table when they did not change.
    BlockTable publish() {
        return blocks.publish(sites.keys(), traits);
    }

    /// By number; a longer array replaces it when it is full, entries never change.
    PagedBlocks.Traits[] traits() {
        return traits;
    }

    private int row(long address, String binding) {
        AddressMap apart = spaces.apart(binding);
        return (apart == null ? spaces.at(address) : apart).get(address);
    }

    /// Takes a live block out of its row and of the live sums, but not out of its address space.
    private void takeOut(BlockRow out, long when, boolean lost) {
        sites.ended(out.site, out.bytes, out.weight);
        Sort sort = sorts[out.traits];
        if (!sort.pooled()) {
            double inAccount = sort.inAccount(out.weight);
            sort.account().live.remove(out.bytes, inAccount);
            live -= out.bytes * inAccount;
        }
        if (out.ownerCollected != 0) {
            sites.ownerlessEnded(out.site, out.bytes, out.weight);
            cycles.unstuck(out.bytes * out.weight, out.weight, out.ownerCollected, traits[out.traits].freedByGc());
        }
        blocks.remove(out.row, when, lost);
    }

    private void born(int site, long when, long bytes, double weight, Sort sort) {
        if (!sort.untraced(weight)) {
            history.born(sites.line(site), when, bytes, weight, sort.kind(), sort.ownerClass());
        }
    }

    private void ended(BlockRow out, long when, @Nullable FreeCause cause, long death) {
        if (!sorts[out.traits].untraced(out.weight)) {
            history.ended(sites.line(out.site), out.allocated, when, out.bytes, out.weight, cause, death);
        }
    }

    private void lost(long address, BlockRow out) {
        lostBlocks++;
        stragglers.lost(address, out.copy());
    }

    private void freed(BlockRow out, FreeCause cause, long when, boolean deathKnown) {
        sites.freed(out.site, out.bytes, out.weight);
        Sort sort = sorts[out.traits];
        if (!sort.pooled()) {
            sort.account().freed.add(out.bytes, sort.inAccount(out.weight));
        }
        if (cause == FreeCause.CLEANER) {
            cycles.cleaned(out.site, out.bytes * out.weight, when, deathKnown);
        }
    }
}
