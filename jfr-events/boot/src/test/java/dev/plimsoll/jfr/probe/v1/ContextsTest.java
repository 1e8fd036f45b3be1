package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A block that is taken at the bottom is that of the context above it: counted once, and recorded with its owner. */
class ContextsTest {

    private final ThreadState state = ThreadState.current();
    private final long[][] before = new long[Binding.LIMIT][3];

    @BeforeEach
    void begin() {
        Session.begin();
        Session.fixed(0);
        for (int binding = 0; binding < Binding.LIMIT; binding++) {
            for (int which = 0; which < 3; which++) {
                before[binding][which] = state.counter(binding, which);
            }
        }
    }

    @AfterEach
    void end() {
        Session.end();
        Session.adaptive();
        assertEquals(0, state.open);
    }

    @Test
    void theOutermostBindingHasTheBlockAndTheOwnerFromFurtherIn() {
        Object inner = new Object();
        ThreadState outer = Probe.enter(Binding.NETTY, 100);
        ThreadState direct = Probe.enter(Binding.DIRECT, 100);
        Probe.taken(Binding.UNSAFE, 64, 116);
        Probe.exit(direct, inner, 0);
        assertNull(Probe.BLOCKS.get(64), "recorded by the outermost");
        Probe.exit(outer, null, 0);
        Block block = (Block) Probe.BLOCKS.get(64);
        assertEquals(Binding.NETTY, block.binding);
        assertEquals(Binding.UNSAFE, block.allocator);
        assertEquals(100, block.bytes);
        assertNotNull(block.owner);
        assertCounted(Binding.NETTY, 1, 100, 0);
        assertCounted(Binding.UNSAFE, 0, 0, 0);
    }

    @Test
    void anOwnerIsKeptForABlockThatOnlyTheContextAroundSees() {
        ThreadState outer = Probe.enter(Binding.NETTY, 100);
        ThreadState inner = Probe.enter(Binding.DIRECT, 100);
        Probe.exit(inner, new Object(), 0);
        Probe.exit(outer, null, 64);
        assertNotNull(((Block) Probe.BLOCKS.get(64)).owner);
        assertCounted(Binding.NETTY, 1, 100, 0);
    }

    @Test
    void whatIsGivenBackInsideIsCountedBothWaysAndTheNextIsTheBlock() {
        ThreadState outer = Probe.enter(Binding.NETTY, 100);
        Probe.taken(Binding.UNSAFE, 64, 100);
        Probe.freeing(Binding.UNSAFE, 64);
        Probe.taken(Binding.UNSAFE, 128, 100);
        Probe.exit(outer, null, 0);
        assertNull(Probe.BLOCKS.get(64));
        assertEquals(Binding.NETTY, Probe.BLOCKS.get(128).binding);
        assertCounted(Binding.NETTY, 2, 200, 1);
        assertCounted(Binding.UNSAFE, 0, 0, 0);
    }

    /** As woven code ends a context when a stack is too short for a call. */
    @Test
    void aContextThatEndsWithoutItsExitLeavesNothingToTheNext() {
        ThreadState lost = Probe.enter(Binding.NETTY, Probe.UNKNOWN);
        ThreadState inner = Probe.enter(Binding.DIRECT, 100);
        Probe.taken(Binding.UNSAFE, 64, 100);
        Probe.exit(inner, new Object(), 0);
        lost.open--;
        Probe.exit(Probe.enter(Binding.NETTY, 50), null, 0);
        assertNull(Probe.BLOCKS.get(64));
        Probe.exit(Probe.enter(Binding.NETTY, 50), null, 128);
        assertNull(Probe.BLOCKS.get(128).owner);
        assertEquals(50, ((Block) Probe.BLOCKS.get(128)).bytes);
    }

    @Test
    void aFreeThatWasToldOfCountsOnce() {
        Probe.taken(Binding.UNSAFE, 64, 100);
        Probe.freeing(Binding.DIRECT, Cause.EXPLICIT, 64);
        Probe.freeing(Binding.UNSAFE, 64);
        ThreadState once = Probe.freeingOnce(Binding.NETTY, 128);
        Probe.freeing(Binding.UNSAFE, 128);
        Probe.freed(once);
        assertCounted(Binding.DIRECT, 0, 0, 1);
        assertCounted(Binding.UNSAFE, 1, 100, 0);
        assertCounted(Binding.NETTY, 0, 0, 1);
    }

    private void assertCounted(int binding, long allocations, long bytes, long frees) {
        long[] counted = {allocations, bytes, frees};
        for (int which = 0; which < counted.length; which++) {
            long since = state.counter(binding, which) - before[binding][which];
            assertEquals(counted[which], since, Binding.name(binding) + " " + which);
        }
    }
}
