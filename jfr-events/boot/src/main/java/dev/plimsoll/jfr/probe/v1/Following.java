package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.UntracedAllocation;

/**
 * The blocks that are followed: puts a sampled one into its table and writes it, writes that it was given back, and adds up
 * what that takes. Any thread; what it throws, the probe that called it counts.
 */
final class Following {

    /** What takes longer is a pause of the machine, not our work, in nanoseconds. */
    private static final long PAUSE = 20_000;

    /**
     * One event in so many is timed, and stands for all: two looks at the clock cost a tenth of an event. Odd, so that where
     * allocations and frees take turns both are timed.
     */
    private static final int TIMED = 7;

    /** What a full table did not take. Approximate when threads meet. */
    static long refused;

    private Following() {}

    /**
     * Puts a sampled block into a table and writes it, with its stack unless every block is recorded and stacks would cost
     * too much.
     *
     * @param weight 1/p, or {@link ThreadState#COMPANION}: such a block is written with weight 0
     */
    static void begin(
            ThreadState s,
            LiveTable table,
            int binding,
            int kind,
            int allocator,
            long address,
            long bytes,
            double weight,
            Object owner) {
        if (!Probe.active) {
            return;
        }
        int stratum = Pace.stratum(binding, bytes);
        boolean every = Probe.PACE.mode() == Pace.EXACT;
        double stack =
                every ? s.sampleStack(Kind.weighed(kind, bytes), Probe.STACKS.rate(stratum)) : Math.max(0, weight);
        boolean untraced = every && stack == 0;
        long start = clock(s);
        s.busy(true);
        try {
            OwnerWatch watch = Owners.watch(s, owner, address);
            if (!table.put(new Block(address, binding, allocator, watch, bytes, Math.max(0, weight)))) {
                refused++;
                Owners.dropped(watch);
                return;
            }
            String name = kind == Kind.BY_OWNER ? Kind.of(binding, owner) : Kind.name(kind);
            String ownerClass = owner == null ? null : owner.getClass().getName();
            if (untraced) {
                UntracedAllocation event = new UntracedAllocation();
                event.address = address;
                event.bytes = bytes;
                event.binding = Binding.name(binding);
                event.kind = name;
                event.ownerClass = ownerClass;
                event.commit();
            } else {
                NativeAllocation event = new NativeAllocation();
                event.address = address;
                event.bytes = bytes;
                event.weight = stack;
                event.binding = Binding.name(binding);
                event.kind = name;
                event.ownerClass = ownerClass;
                event.everyBlock = every;
                event.commit();
            }
            s.events++;
        } finally {
            s.busy(false);
            long nanos = taken(s, start);
            if (nanos != 0 && !untraced) {
                (every ? Probe.STACKS : Probe.PACE).pay(nanos, stratum, bytes);
            }
        }
    }

    /** Writes that a block, out of its table by now, is given back. */
    static void end(ThreadState s, Block block, int cause) {
        long start = clock(s);
        s.busy(true);
        try {
            Owners.dropped(block.owner);
            if (block.allocator >= 0 && cause != Cause.REALLOC && isAddress(block.address)) {
                Misuses.BLOCKS.put(block.address, block.binding);
            }
            NativeFree event = new NativeFree();
            event.address = block.address;
            event.binding = Binding.name(block.binding);
            event.cause = Cause.name(cause);
            event.commit();
            s.events++;
        } finally {
            s.busy(false);
            pay(s, start, block.binding, block.bytes);
        }
    }

    /**
     * Whether it may be an address. Keys made of an identity hash fill the topmost bytes, where the addresses of a process
     * have nothing: hardly one ever comes again, so what is remembered of them only makes others look closer.
     */
    private static boolean isAddress(long key) {
        return key >>> 48 == 0;
    }

    /** When an event begins that is timed, else 0. */
    static long clock(ThreadState s) {
        if (--s.timing > 0) {
            return 0;
        }
        s.timing = TIMED;
        return System.nanoTime();
    }

    static void pay(ThreadState s, long start, int binding, long bytes) {
        long nanos = taken(s, start);
        if (nanos != 0) {
            Probe.PACE.pay(nanos, Pace.stratum(binding, bytes), bytes);
        }
    }

    /** What the events took for which one stands that began at {@code start}, in nanoseconds; 0 when it was not timed. */
    private static long taken(ThreadState s, long start) {
        if (start == 0) {
            return 0;
        }
        long nanos = TIMED * Math.min(PAUSE, System.nanoTime() - start);
        s.probeNanos += nanos;
        return nanos;
    }
}
