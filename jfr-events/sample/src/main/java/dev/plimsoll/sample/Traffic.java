package dev.plimsoll.sample;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;

/**
 * One thread's blocks: takes them at the end of a maze, gives most of them back, hands one in sixteen to a neighbour to
 * give back, and forgets one in a hundred. Not for use by several threads.
 */
final class Traffic implements Runnable {
    /** Distinct stacks of each depth: with two depths about 22,000 in all. */
    private static final int PATHS = 11_000;

    private static final String[] BINDINGS = {"ffm", "direct", "unsafe"};
    private static final String[] KINDS = {"confined", "buffer", "raw"};
    private static final String[] CAUSES = {"arena", "cleaner", "explicit"};
    private static final Class<?>[] OWNERS = {Thread.class, ByteBuffer.class, null};

    private final boolean lean;
    private final long blocks;
    private final SplittableRandom random;
    private final BlockingQueue<Long> inbox;
    private final BlockingQueue<Long> outbox;
    private final long[] live = new long[20_000];
    private final Maze maze = new Maze(this::allocate);
    private long next;
    private int slot;

    Traffic(int thread, boolean lean, long blocks, BlockingQueue<Long> inbox, BlockingQueue<Long> outbox) {
        this.lean = lean;
        this.blocks = blocks;
        this.random = new SplittableRandom(thread);
        this.inbox = inbox;
        this.outbox = outbox;
        this.next = 0x7f00_0000_0000L + ((long) thread << 36);
    }

    @Override
    public void run() {
        for (long block = 0; block < blocks; block++) {
            slot = random.nextInt(live.length);
            release(live[slot]);
            maze.walk(random.nextInt(PATHS) * 7L, 10 + (int) (block & 1));
            for (Long handed = inbox.poll(); handed != null; handed = inbox.poll()) {
                free(handed);
            }
        }
        for (long address : live) {
            release(address);
        }
    }

    /** After all threads have ended: what was still on its way. */
    void empty() {
        for (Long handed = inbox.poll(); handed != null; handed = inbox.poll()) {
            free(handed);
        }
    }

    private void release(long address) {
        if (address == 0 || random.nextInt(100) == 0) {
            return;
        }
        if (random.nextInt(16) != 0 || !outbox.offer(address)) {
            free(address);
        }
    }

    private void allocate() {
        long bytes = 16L + random.nextInt(random.nextInt(8) == 0 ? 1 << 20 : 1 << 10);
        long address = next;
        next += (bytes + 31) & -16;
        live[slot] = address;
        if (lean) {
            Lean.Allocation event = new Lean.Allocation();
            event.address = address;
            event.bytes = bytes;
            event.commit();
            return;
        }
        NativeAllocation event = new NativeAllocation();
        int binding = binding(address);
        event.address = address;
        event.bytes = bytes;
        event.weight = 1 / (1 - Math.exp(-bytes / 65_536.0));
        event.binding = BINDINGS[binding];
        event.kind = KINDS[binding];
        event.ownerClass = OWNERS[binding] == null ? null : OWNERS[binding].getName();
        event.commit();
    }

    private void free(long address) {
        if (lean) {
            Lean.Free event = new Lean.Free();
            event.address = address;
            event.commit();
            return;
        }
        NativeFree event = new NativeFree();
        int binding = binding(address);
        event.address = address;
        event.binding = BINDINGS[binding];
        event.cause = CAUSES[binding];
        event.commit();
    }

    private static int binding(long address) {
        return (int) ((address >>> 4) % 3);
    }
}
