package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.jfr.event.v1.Misuse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Native memory used against its rules, seen at the call that does it. What was never seen to be taken is no misuse: it
 * may be older than the attach, or not sampled.
 *
 * <p>Under {@code --strict} the call throws instead of doing it. Otherwise it goes on and may end the VM, so it first
 * waits, a moment at most, until the recorder's files hold its event.
 */
public final class Misuses {

    static final RecentReleases BLOCKS = new RecentReleases(Probe.BLOCKS.known());
    static final RecentReleases CALLBACKS = new RecentReleases(Callbacks.LIVE.known());

    private static final ClosedObjects CLOSED = new ClosedObjects();

    /** Whether a misuse throws in the target. */
    static boolean strict;

    /** Events that may be written in a tick; the others are counted. */
    private static final int EVENTS_PER_TICK = 200;

    /** Misuses of a session that wait for the recorder, and how long each does at most: nobody shall notice. */
    private static final int WAITS = 8;

    private static final long WAIT_MILLIS = 100;

    /** A search through all blocks waits for a hundred times what the last one took. */
    private static final int REST = 100;

    /** Where malloc begins its blocks on 64 bits. */
    static final int ALIGNMENT = 16;

    private static final AtomicLong SEEN = new AtomicLong();
    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static final AtomicInteger WAITED = new AtomicInteger();
    private static volatile long nextSearch;

    private Misuses() {}

    /** Misuses since the session began. */
    static long seen() {
        return SEEN.get();
    }

    /** Whether a misuse throws in the target from now on. */
    public static void strict(boolean on) {
        strict = on;
    }

    static void begin() {
        BLOCKS.clear();
        CALLBACKS.clear();
        CLOSED.clear();
        SEEN.set(0);
        WAITED.set(0);
        EVENTS.set(EVENTS_PER_TICK);
        nextSearch = System.nanoTime();
    }

    static void tick() {
        EVENTS.set(EVENTS_PER_TICK);
        BLOCKS.tick();
        CALLBACKS.tick();
    }

    /** An address is to be freed that no block in the table begins with. */
    static void unknown(ThreadState s, int allocator, long address) {
        Release earlier = BLOCKS.find(address);
        if (earlier == null && (address & (ALIGNMENT - 1)) == 0 && Probe.PACE.thins()) {
            return;
        }
        if (s.passedOn == address && Allocator.isBottom(allocator)) {
            s.passedOn = 0;
            return;
        }
        if (!Probe.active || !Allocator.isMalloc(allocator)) {
            return;
        }
        if (earlier != null) {
            tell(s, EventNames.DOUBLE_FREE, address, allocator, earlier, true);
        } else {
            Block around = around(address);
            if (around != null) {
                tell(s, EventNames.FREE_INSIDE, address, allocator, null, true);
            }
        }
    }

    /** The followed block that holds the address: looked for near by, and through the whole table when that is affordable. */
    private static Block around(long address) {
        for (int distance = 8; distance <= 512; distance += 8) {
            Entry near = Probe.BLOCKS.get(address - distance);
            if (near != null) {
                return ((Block) near).holds(address) ? (Block) near : null;
            }
        }
        long start = System.nanoTime();
        if (start - nextSearch < 0) {
            return null;
        }
        nextSearch = Long.MAX_VALUE / 2 + start;
        Block found = Probe.BLOCKS.holding(address);
        long end = System.nanoTime();
        nextSearch = end + REST * (end - start);
        return found;
    }

    /** A followed block is to be freed, and is out of the table: by another allocator, or under a call that has it. */
    static void freeing(ThreadState s, Block block, int allocator) {
        if (block.allocator != allocator
                && block.binding != allocator
                && Allocator.isMalloc(block.allocator)
                && Allocator.isMalloc(allocator)) {
            refuse(s, block, EventNames.WRONG_ALLOCATOR, allocator);
        }
        if (RunningCalls.any && RunningCalls.has(s, block.address, block.bytes)) {
            refuse(s, block, EventNames.RELEASED_IN_USE, allocator);
        }
    }

    private static void refuse(ThreadState s, Block block, String kind, int allocator) {
        try {
            tell(s, kind, block.address, allocator, null, true);
        } catch (MisuseException e) {
            Probe.BLOCKS.put(block.copy());
            throw e;
        }
    }

    /** An arena that is closed already was closed or used, for which it throws: the stack tells which. */
    public static void closed(int binding) {
        String kind = EventNames.USE_AFTER_CLOSE;
        if (Probe.active && EVENTS.get() > 0) {
            for (StackTraceElement frame : new Throwable().getStackTrace()) {
                if (frame.getMethodName().equals("justClose")) {
                    kind = EventNames.SECOND_CLOSE;
                }
                if (!frame.getClassName().startsWith("jdk.")
                        && !frame.getClassName().startsWith("dev.plimsoll.")) {
                    break;
                }
            }
        }
        say(kind, binding, 0);
    }

    /** An arena was closed under a call that was given its memory, for which it throws. */
    public static void closedInUse(int binding) {
        say(EventNames.RELEASED_IN_USE, binding, 0);
    }

    /**
     * A reference count that is 0 was to be changed, for which its owner throws.
     *
     * @param message the exception's: a release says that it would have decremented
     */
    public static void counted(int binding, String message) {
        boolean release = message != null && message.contains("decrement");
        say(release ? EventNames.SECOND_CLOSE : EventNames.USE_AFTER_CLOSE, binding, 0);
    }

    /**
     * An object gives its memory back, and passes over it in silence when it has done so before.
     *
     * @param resource what it holds until then, or null
     */
    public static void closing(int binding, Object object, Object resource) {
        try {
            ThreadState s = ThreadState.watched();
            if (!Probe.active || s == null) {
                return;
            }
            if (resource != null) {
                CLOSED.remember(object);
            } else if (CLOSED.remembers(object)) {
                tell(s, EventNames.SECOND_CLOSE, 0, binding, null, false);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /** An object gives its memory back by way of its library, which may do so as often as it likes. */
    public static void released(int binding, Object object, Object resource) {
        if (resource != null) {
            closing(binding, object, resource);
        }
    }

    private static void say(String kind, int binding, long address) {
        try {
            ThreadState s = ThreadState.watched();
            if (Probe.active && s != null) {
                tell(s, kind, address, binding, null, false);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    /**
     * Writes it.
     *
     * @param mayThrow whether to throw when strict: not where the binding throws itself, nor in a call from native code
     * @throws MisuseException when strict
     */
    static void tell(ThreadState s, String kind, long address, int binding, Release earlier, boolean mayThrow) {
        SEEN.incrementAndGet();
        if (EVENTS.getAndDecrement() > 0) {
            boolean before = s.busy(true);
            try {
                Misuse event = new Misuse();
                event.kind = kind;
                event.address = address;
                event.binding = Binding.name(binding);
                event.earlier = earlier == null ? 0 : earlier.millis;
                event.earlierStack = earlier == null ? "" : earlier.stack();
                event.commit();
                s.events++;
            } finally {
                s.busy(before);
            }
        }
        if (strict && mayThrow) {
            throw new MisuseException(
                    "plimsoll --strict: "
                            .concat(kind)
                            .concat(" of 0x")
                            .concat(Long.toHexString(address))
                            .concat(" through ")
                            .concat(Binding.name(binding)),
                    earlier == null ? null : earlier.where);
        }
        if (mayThrow && WAITED.incrementAndGet() <= WAITS) {
            Flushes.await(WAIT_MILLIS);
        }
    }
}
