package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Live blocks by address, and what their coming and going does to the sums. One thread.
final class BlockBook {

    /// Whose recorder writes every free, also of blocks that it did not sample: there an orphan means nothing.
    private static final String EVERY_FREE = "malloc";

    private final SiteBook sites;
    private final CycleBook cycles;
    private final HistoryBook history;
    private final BlockStore blocks;

    /// Whether sums are kept for each site; a log adds them up when they are asked for.
    private final boolean sums;

    private final AddressSpaces spaces = new AddressSpaces();
    private final Stragglers stragglers = new Stragglers();
    private final Map<PagedBlocks.Traits, Integer> numbers = new HashMap<>();
    private PagedBlocks.Traits[] traits = new PagedBlocks.Traits[16];
    private long orphanFrees;
    private long lostBlocks;
    private double live;
    private double peak;
    private long peakTime;

    BlockBook(BlockStore blocks, SiteBook sites, CycleBook cycles, HistoryBook history) {
        this.blocks = blocks;
        this.sums = blocks instanceof BlockPages;
        this.sites = sites;
        this.cycles = cycles;
        this.history = history;
    }

    int traits(String binding, String kind, @Nullable String ownerClass) {
        PagedBlocks.Traits key = new PagedBlocks.Traits(binding, kind, ownerClass);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == traits.length) {
            traits = Arrays.copyOf(traits, number * 2);
        }
        traits[number] = key;
        numbers.put(key, number);
        return number;
    }

    void allocate(long when, long address, long bytes, double weight, int siteNumber, int sort) {
        PagedBlocks.Traits traitsOf = traits[sort];
        BindingBook.Account account = sites.account(siteNumber);
        boolean counts = !traitsOf.pooled();
        if (sums) {
            sites.touched(siteNumber).allocated.add(bytes, weight);
        }
        if (counts) {
            account.allocated.add(bytes, weight);
        }
        AddressMap space = spaces.of(traitsOf);
        Stragglers.EarlyFree early = stragglers.freeOf(address, when);
        int old = early == null ? space.get(address) : AddressMap.NONE;
        int row = blocks.add(address, bytes, weight, when, siteNumber, sort);
        if (early != null) {
            Stragglers.Block block = new Stragglers.Block(row, when, bytes, weight, siteNumber, sort);
            orphanFrees -= early.counted() ? 1 : 0;
            blocks.remove(row, early.time(), false);
            history.born(sites.line(siteNumber), when, bytes, weight, traitsOf.kind(), traitsOf.ownerClass());
            ended(block, early.time(), early.cause(), 0);
            freed(block, early.cause(), early.time(), false);
            return;
        }
        if (old != AddressMap.NONE && blocks.allocated(old) > when) {
            blocks.remove(row, blocks.allocated(old), true);
            lost(address, new Stragglers.Block(row, when, bytes, weight, siteNumber, sort));
            return;
        }
        if (old != AddressMap.NONE) {
            long death = blocks.ownerCollected(old);
            Stragglers.Block before = takeOut(old, when, true);
            ended(before, when, null, death);
            lost(address, before);
        }
        space.put(address, row);
        history.born(sites.line(siteNumber), when, bytes, weight, traitsOf.kind(), traitsOf.ownerClass());
        if (sums) {
            sites.touched(siteNumber).live.add(bytes, weight);
        }
        if (counts) {
            account.live.add(bytes, weight);
            live += bytes * weight;
            if (live > peak) {
                peak = live;
                peakTime = when;
            }
        }
    }

    void free(long when, long address, String binding, FreeCause cause) {
        AddressMap space = spaces.of(address, binding);
        int row = space.get(address);
        if (row == AddressMap.NONE) {
            boolean counted = !EVERY_FREE.equals(binding);
            orphanFrees += counted ? 1 : 0;
            stragglers.orphan(address, new Stragglers.EarlyFree(when, cause, counted));
            return;
        }
        Stragglers.Block lost = blocks.allocated(row) > when ? stragglers.lostBefore(address, when) : null;
        if (lost != null) {
            lostBlocks--;
            blocks.found(lost.row(), when);
            freed(lost, cause, when, false);
        } else {
            long death = blocks.ownerCollected(row);
            space.remove(address);
            Stragglers.Block block = takeOut(row, when, false);
            ended(block, when, cause, death);
            freed(block, cause, when, death != 0);
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
        if (blocks.ownerCollected(row) == 0 && blocks.allocated(row) <= event.seen()) {
            blocks.ownerCollected(row, event.seen());
            int site = blocks.site(row);
            if (sums) {
                sites.touched(site).ownerGone.add(blocks.bytes(row), blocks.weight(row));
            }
            cycles.stuck(sites.key(site), blocks.bytes(row) * blocks.weight(row), event.seen());
            history.ownerGone(
                    sites.line(site), event.seen(), blocks.bytes(row), blocks.weight(row), event.ownerClass());
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
        return spaces.of(address, binding).get(address);
    }

    /// Takes a live block out of its row and of the live sums, but not out of its address space.
    private Stragglers.Block takeOut(int row, long when, boolean lost) {
        Stragglers.Block block = new Stragglers.Block(
                row,
                blocks.allocated(row),
                blocks.bytes(row),
                blocks.weight(row),
                blocks.site(row),
                blocks.traits(row));
        if (sums) {
            sites.touched(block.site()).live.remove(block.bytes(), block.weight());
        }
        if (!traits[block.traits()].pooled()) {
            sites.account(block.site()).live.remove(block.bytes(), block.weight());
            live -= block.bytes() * block.weight();
        }
        long death = blocks.ownerCollected(row);
        if (death != 0) {
            if (sums) {
                sites.touched(block.site()).ownerGone.remove(block.bytes(), block.weight());
            }
            cycles.unstuck(block.bytes() * block.weight(), death);
        }
        blocks.remove(row, when, lost);
        return block;
    }

    private void ended(Stragglers.Block block, long when, @Nullable FreeCause cause, long death) {
        int line = sites.line(block.site());
        history.ended(line, block.allocated(), when, block.bytes(), block.weight(), cause, death);
    }

    private void lost(long address, Stragglers.Block block) {
        lostBlocks++;
        stragglers.lost(address, block);
    }

    private void freed(Stragglers.Block block, FreeCause cause, long when, boolean deathKnown) {
        if (sums) {
            sites.touched(block.site()).freed.add(block.bytes(), block.weight());
        }
        if (!traits[block.traits()].pooled()) {
            sites.account(block.site()).freed.add(block.bytes(), block.weight());
        }
        if (cause == FreeCause.CLEANER) {
            cycles.cleaned(sites.key(block.site()), block.bytes() * block.weight(), when, deathKnown);
        }
    }
}
