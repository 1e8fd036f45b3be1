package dev.plimsoll.ledger;

import dev.plimsoll.event.EventColumns;
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

    /// Whether sums are kept for each site; a log adds them up when they are asked for.
    private final boolean sums;

    private final FigureBook figures = new FigureBook();

    private final PairNumbers pairs;
    private final AddressSpaces spaces = new AddressSpaces();
    private final Stragglers stragglers = new Stragglers();
    private final Map<PagedBlocks.Traits, Integer> numbers = new HashMap<>();
    private PagedBlocks.Traits[] traits = new PagedBlocks.Traits[16];
    private Sort[] sorts = new Sort[16];
    private final BlockRow block = new BlockRow();
    private long orphanFrees;
    private long lostBlocks;
    private final HighWater water = new HighWater();
    private final PlainRun plain;

    BlockBook(BlockStore blocks, PairNumbers pairs, SiteBook sites, CycleBook cycles, HistoryBook history) {
        this.blocks = blocks;
        this.pairs = pairs;
        this.sums = blocks instanceof BlockPages;
        this.sites = sites;
        this.cycles = cycles;
        this.history = history;
        plain = new PlainRun(pairs, sites, cycles, history, figures, water);
    }

    int traits(String binding, String kind, @Nullable String ownerClass, BindingBook bindings) {
        PagedBlocks.Traits key = new PagedBlocks.Traits(binding, kind, ownerClass);
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

    /// Allocations and frees in order of time, at most [PlainRun#MOST].
    ///
    /// @param origins what an allocation's word means: a pair
    /// @param releases what a free's word means
    void apply(EventColumns events, int from, int to, int[] origins, Release[] releases) {
        for (int i = from; i < to; i++) {
            int row = events.row(i);
            long when = events.time(row);
            long address = events.address(row);
            if (events.isFree(row)) {
                goes(when, address, releases[events.word(row)]);
            } else {
                comes(when, address, events.bytes(row), events.weight(row), origins[events.word(row)]);
            }
        }
        plain.settle(sorts, traits);
    }

    private void comes(long when, long address, long bytes, double weight, int pair) {
        if (sums) {
            allocate(when, address, bytes, weight, pair);
            return;
        }
        int row = blocks.add(address, bytes, weight, when, pair);
        Stragglers.EarlyFree early = stragglers.freeOf(address, when);
        int old = early != null
                ? AddressMap.NONE
                : sorts[pairs.second(pair)].space().put(address, row);
        if (early == null && old == AddressMap.NONE) {
            plain.came(when, bytes, weight, pair);
        } else {
            plain.settle(sorts, traits);
            counted(bytes, weight, pair);
            place(when, address, row, old, early, bytes, weight, pair);
        }
    }

    private void goes(long when, long address, Release release) {
        AddressMap space = space(address, release);
        int row = space.remove(address);
        if (row != AddressMap.NONE) {
            blocks.read(row, block);
            if (block.allocated <= when && !sums) {
                blocks.remove(row, when, false);
                plain.went(when, block, release.cause());
                return;
            }
        }
        plain.settle(sorts, traits);
        gone(when, address, release, space, row);
    }

    void allocate(long when, long address, long bytes, double weight, int pair) {
        counted(bytes, weight, pair);
        int row = blocks.add(address, bytes, weight, when, pair);
        Stragglers.EarlyFree early = stragglers.freeOf(address, when);
        int old = early != null
                ? AddressMap.NONE
                : sorts[pairs.second(pair)].space().put(address, row);
        place(when, address, row, old, early, bytes, weight, pair);
    }

    private void counted(long bytes, double weight, int pair) {
        int site = pairs.first(pair);
        Sort sort = sorts[pairs.second(pair)];
        if (sums) {
            sites.touched(site).allocated.add(bytes, weight);
        } else {
            figures.add(site, StackFigure.ALLOCATIONS, weight);
        }
        if (!sort.pooled()) {
            sort.account().allocated.add(bytes, weight);
        }
    }

    /// @param old the row that was at the address, or [AddressMap#NONE]
    private void place(
            long when,
            long address,
            int row,
            int old,
            Stragglers.@Nullable EarlyFree early,
            long bytes,
            double weight,
            int pair) {
        if (early != null) {
            freedEarly(row, early);
            return;
        }
        int site = pairs.first(pair);
        Sort sort = sorts[pairs.second(pair)];
        if (old != AddressMap.NONE) {
            if (blocks.allocated(old) > when) {
                sort.space().put(address, old);
                loseAtOnce(address, row, blocks.allocated(old));
                return;
            }
            lose(address, old, when);
        }
        history.born(sites.line(site), when, bytes, weight, sort.kind(), sort.ownerClass());
        if (sums) {
            sites.touched(site).live.add(bytes, weight);
        } else {
            figures.add(site, StackFigure.LIVE_BYTES, bytes * weight);
        }
        if (!sort.pooled()) {
            sort.account().live.add(bytes, weight);
            water.rise(bytes * weight, when);
        }
    }

    /// The block's free came before it.
    private void freedEarly(int row, Stragglers.EarlyFree early) {
        blocks.read(row, block);
        orphanFrees -= early.counted() ? 1 : 0;
        blocks.remove(row, early.time(), false);
        Sort sort = sorts[block.traits];
        history.born(
                sites.line(block.site), block.allocated, block.bytes, block.weight, sort.kind(), sort.ownerClass());
        ended(block, early.time(), early.cause(), 0);
        freed(block, early.cause(), early.time(), false);
    }

    /// A younger block has the address already.
    private void loseAtOnce(long address, int row, long younger) {
        blocks.read(row, block);
        blocks.remove(row, younger, true);
        lost(address, block);
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
        AddressMap space = space(address, release);
        int row = space.remove(address);
        if (row != AddressMap.NONE) {
            blocks.read(row, block);
        }
        gone(when, address, release, space, row);
    }

    private AddressMap space(long address, Release release) {
        AddressMap apart = release.apart();
        return apart == null ? spaces.at(address) : apart;
    }

    /// @param row that was at the address and is in [#block], or [AddressMap#NONE]
    private void gone(long when, long address, Release release, AddressMap space, int row) {
        FreeCause cause = release.cause();
        if (row == AddressMap.NONE) {
            orphanFrees += release.counts() ? 1 : 0;
            stragglers.orphan(address, new Stragglers.EarlyFree(when, cause, release.counts()));
            return;
        }
        BlockRow lost = block.allocated > when ? stragglers.lostBefore(address, when) : null;
        if (lost != null) {
            space.put(address, row);
            lostBlocks--;
            blocks.found(lost.row, when);
            freed(lost, cause, when, false);
        } else {
            takeOut(block, when, false);
            ended(block, when, cause, block.ownerCollected);
            freed(block, cause, when, block.ownerCollected != 0);
        }
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
            if (sums) {
                sites.touched(block.site).ownerGone().add(block.bytes, block.weight);
            } else {
                figures.add(block.site, StackFigure.OWNER_GONE_BLOCKS, block.weight);
            }
            cycles.stuck(block.site, block.bytes * block.weight, event.seen(), traits[block.traits].freedByGc());
            history.ownerGone(sites.line(block.site), event.seen(), block.bytes, block.weight, event.ownerClass());
        }
        return true;
    }

    long orphanFrees() {
        return orphanFrees;
    }

    /// Figures by stack now; null where [SiteBook] has them.
    @Nullable
    StackFigures figures() {
        return sums ? null : figures.publish(sites, history.lines());
    }

    long lostBlocks() {
        return lostBlocks;
    }

    /// When there were most live bytes, nanoseconds since the epoch, 0 when there never was a block.
    long peakTime() {
        return water.peakTime();
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
        if (sums) {
            sites.touched(out.site).live.remove(out.bytes, out.weight);
        } else {
            figures.add(out.site, StackFigure.LIVE_BYTES, -out.bytes * out.weight);
        }
        if (!sorts[out.traits].pooled()) {
            sorts[out.traits].account().live.remove(out.bytes, out.weight);
            water.fall(out.bytes * out.weight);
        }
        if (out.ownerCollected != 0) {
            if (sums) {
                sites.touched(out.site).ownerGone().remove(out.bytes, out.weight);
            } else {
                figures.add(out.site, StackFigure.OWNER_GONE_BLOCKS, -out.weight);
            }
            cycles.unstuck(out.bytes * out.weight, out.ownerCollected, traits[out.traits].freedByGc());
        }
        blocks.remove(out.row, when, lost);
    }

    private void ended(BlockRow out, long when, @Nullable FreeCause cause, long death) {
        history.ended(sites.line(out.site), out.allocated, when, out.bytes, out.weight, cause, death);
    }

    private void lost(long address, BlockRow out) {
        lostBlocks++;
        stragglers.lost(address, out.copy());
    }

    private void freed(BlockRow out, FreeCause cause, long when, boolean deathKnown) {
        if (sums) {
            sites.touched(out.site).freed.add(out.bytes, out.weight);
        } else {
            figures.add(out.site, StackFigure.FREED_BYTES, out.bytes * out.weight);
        }
        if (!sorts[out.traits].pooled()) {
            sorts[out.traits].account().freed.add(out.bytes, out.weight);
        }
        if (cause == FreeCause.CLEANER) {
            cycles.cleaned(out.site, out.bytes * out.weight, when, deathKnown);
        }
    }
}
