package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Live blocks by address, and what their coming and going does to the sums. One thread.
final class BlockBook {

    private final SiteBook sites;
    private final CycleBook cycles;
    private final HistoryBook history;
    private final BlockPages blocks = new BlockPages();
    private final AddressSpaces spaces = new AddressSpaces();
    private final Stragglers stragglers = new Stragglers();
    private final Map<PagedBlocks.Traits, Integer> numbers = new HashMap<>();
    private PagedBlocks.Traits[] traits = new PagedBlocks.Traits[16];
    private PagedBlocks published = new PagedBlocks(new BlockPage[0], new SiteKey[0], traits, 0);
    private long orphanFrees;
    private long lostBlocks;

    BlockBook(SiteBook sites, CycleBook cycles, HistoryBook history) {
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
        Stragglers.Block block = new Stragglers.Block(when, bytes, weight, siteNumber, sort);
        SiteBook.Site site = sites.touched(siteNumber);
        boolean counts = !traits[sort].pooled();
        site.allocated.add(bytes, weight);
        if (counts) {
            site.account.allocated.add(bytes, weight);
        }
        Stragglers.EarlyFree early = stragglers.freeOf(address, when);
        if (early != null) {
            orphanFrees--;
            born(block);
            ended(block, early.time(), early.cause(), 0);
            freed(block, early.cause(), early.time(), false);
            return;
        }
        AddressMap space = spaces.of(traits[sort]);
        int old = space.get(address);
        if (old != AddressMap.NONE && blocks.allocated(old) > when) {
            lost(address, block);
            return;
        }
        if (old != AddressMap.NONE) {
            long death = blocks.ownerCollected(old);
            Stragglers.Block before = takeOut(old);
            ended(before, when, null, death);
            lost(address, before);
        }
        space.put(address, blocks.add(address, bytes, weight, when, siteNumber, sort));
        born(block);
        site.live.add(bytes, weight);
        if (counts) {
            site.account.live.add(bytes, weight);
        }
    }

    void free(long when, long address, String binding, FreeCause cause) {
        AddressMap space = spaces.of(address, binding);
        int row = space.get(address);
        if (row == AddressMap.NONE) {
            orphanFrees++;
            stragglers.orphan(address, new Stragglers.EarlyFree(when, cause));
            return;
        }
        Stragglers.Block lost = blocks.allocated(row) > when ? stragglers.lostBefore(address, when) : null;
        if (lost != null) {
            lostBlocks--;
            freed(lost, cause, when, false);
        } else {
            long death = blocks.ownerCollected(row);
            space.remove(address);
            Stragglers.Block block = takeOut(row);
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
            SiteBook.Site site = sites.touched(blocks.site(row));
            site.ownerGone.add(blocks.bytes(row), blocks.weight(row));
            cycles.stuck(site.key, blocks.bytes(row) * blocks.weight(row), event.seen());
            history.ownerGone(site.line, event.seen(), blocks.bytes(row), blocks.weight(row));
        }
        return true;
    }

    long orphanFrees() {
        return orphanFrees;
    }

    long lostBlocks() {
        return lostBlocks;
    }

    /// The live blocks now; the same table when they did not change.
    PagedBlocks publish() {
        if (blocks.changed()) {
            published = new PagedBlocks(blocks.publish(), sites.keys(), traits, blocks.size());
        }
        return published;
    }

    private int row(long address, String binding) {
        return spaces.of(address, binding).get(address);
    }

    /// Takes a live block out of its row and of the live sums, but not out of its address space.
    private Stragglers.Block takeOut(int row) {
        Stragglers.Block block = new Stragglers.Block(
                blocks.allocated(row), blocks.bytes(row), blocks.weight(row), blocks.site(row), blocks.traits(row));
        SiteBook.Site site = sites.touched(block.site());
        site.live.remove(block.bytes(), block.weight());
        if (!traits[block.traits()].pooled()) {
            site.account.live.remove(block.bytes(), block.weight());
        }
        long death = blocks.ownerCollected(row);
        if (death != 0) {
            site.ownerGone.remove(block.bytes(), block.weight());
            cycles.unstuck(block.bytes() * block.weight(), death);
        }
        blocks.remove(row);
        return block;
    }

    private void born(Stragglers.Block block) {
        PagedBlocks.Traits sort = traits[block.traits()];
        int line = sites.touched(block.site()).line;
        history.born(line, block.allocated(), block.bytes(), block.weight(), sort.kind(), sort.ownerClass());
    }

    private void ended(Stragglers.Block block, long when, @Nullable FreeCause cause, long death) {
        int line = sites.touched(block.site()).line;
        history.ended(line, block.allocated(), when, block.bytes(), block.weight(), cause, death);
    }

    private void lost(long address, Stragglers.Block block) {
        lostBlocks++;
        stragglers.lost(address, block);
    }

    private void freed(Stragglers.Block block, FreeCause cause, long when, boolean deathKnown) {
        SiteBook.Site site = sites.touched(block.site());
        site.freed.add(block.bytes(), block.weight());
        if (!traits[block.traits()].pooled()) {
            site.account.freed.add(block.bytes(), block.weight());
        }
        if (cause == FreeCause.CLEANER) {
            cycles.cleaned(site.key, block.bytes() * block.weight(), when, deathKnown);
        }
    }
}
