package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.LifeChart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The lanes of a block say what is known of it, and no more.
final class LifetimeTest {

    private static final long SECOND = SampleSnapshots.SECOND;
    private static final long BEGIN = SampleSnapshots.START + SECOND;
    private static final long BASE = 0x7f00_0000_1000L;

    private final StackTable stacks = new StackTable();
    private final Ledger ledger = Ledger.remembering(stacks);

    @Test
    void aBlockWithoutAnOwnerHasTwoLanes() {
        ledger.apply(List.of(taken(1, null)));
        assertEquals(List.of("Block", "Free: not yet"), live());
    }

    @Test
    void anOwnerThatDiedLeavesALaneForTheCleaners() {
        ledger.apply(List.of(
                taken(1, "shop.Cart"),
                new NativeEvent.OwnerCollected(BEGIN + 9 * SECOND, BASE, "ffm", "shop.Cart"),
                // The log of blocks knows no later moment than that of its last block.
                taken(10, BASE + 0x1000, "shop.Cart")));
        List<String> lanes = live();
        assertEquals(4, lanes.size(), lanes::toString);
        assertTrue(lanes.get(1).startsWith("Owner Cart: collected"), lanes::toString);
        assertEquals("Cleaner: Cleaners have run since, in vain", lanes.get(2));
        assertTrue(lanes.get(3).startsWith("Free: never"), lanes::toString);
    }

    @Test
    void aBlockOfARecordingEndsWhenItWasFreedAndRemembersItsWrongUse() {
        ledger.apply(List.of(taken(1, null)));
        Block block = only();
        assertNull(Ending.of(ledger.snapshot().blocks(), block, BEGIN));
        long freed = BEGIN + 4 * SECOND;
        ledger.apply(List.of(
                new NativeEvent.Free(freed, BASE, "ffm", FreeCause.EXPLICIT),
                new NativeEvent.Misuse(BEGIN + 6 * SECOND, "double free", BASE, "ffm", 0, freed, ""),
                taken(7, null),
                new NativeEvent.Misuse(BEGIN + 8 * SECOND, "use after free", BASE, "ffm", 0, BEGIN + 7 * SECOND, "")));
        Ending ending = Ending.of(ledger.snapshot().blocks(), block, BEGIN + 9 * SECOND);
        assertEquals(new Ending(freed, true), ending);
        LifeChart chart = Lifetime.of(block, ending, snapshot());
        assertEquals(freed, chart.lanes().getFirst().bars().getFirst().to());
        List<String> lanes = lanes(chart);
        assertEquals(3, lanes.size(), lanes::toString);
        assertTrue(lanes.get(1).startsWith("Wrong use: double free"), lanes::toString);
        assertTrue(lanes.get(2).endsWith("after 3 s"), lanes::toString);
    }

    private NativeEvent taken(int second, @Nullable String owner) {
        return taken(second, BASE, owner);
    }

    private NativeEvent taken(int second, long address, @Nullable String owner) {
        int stack = stacks.intern(List.of(new Frame("shop.Cart", "take", 11, FrameKind.JAVA)), false);
        return new NativeEvent.Allocation(BEGIN + second * SECOND, address, 1_009, 1, "ffm", "shared", owner, stack);
    }

    private Block only() {
        var blocks = ledger.snapshot().blocks();
        Block block = blocks.block(blocks.next(0));
        assertNotNull(block);
        return block;
    }

    private List<String> live() {
        return lanes(Lifetime.of(only(), null, snapshot()));
    }

    private static List<String> lanes(LifeChart chart) {
        return chart.lanes().stream()
                .map(lane -> lane.note().isEmpty() ? lane.name() : lane.name() + ": " + lane.note())
                .toList();
    }

    private Snapshot snapshot() {
        return SampleSnapshots.playback(stacks, ledger.snapshot());
    }
}
