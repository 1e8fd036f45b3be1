package dev.plimsoll.jfr.probe.v1;

import dev.plimsoll.jfr.event.v1.OwnerCollected;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches the owners of live entries. The ticker asks; a block that outlives its owner by {@link #GRACE_MILLIS}, which
 * the JDK's Cleaners need milliseconds of, is told once.
 */
final class Owners {

    static final long GRACE_MILLIS = 2_000;

    /** The most owners to watch: phantom references cost the pause in which they die. */
    static final int LIMIT = 200_000;

    private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
    private static final AtomicInteger WATCHED = new AtomicInteger();
    private static final ArrayDeque<OwnerWatch> DEAD = new ArrayDeque<>();

    private static long notWatched;

    private Owners() {}

    /** A watch on the owner that knows the address, or null when there is none or too many are watched. */
    static OwnerWatch watch(ThreadState s, Object owner, long address) {
        if (owner == null) {
            return null;
        }
        OwnerWatch last = s.lastWatch;
        if (last != null && last.refersTo(owner) && last.add(address)) {
            return last;
        }
        if (WATCHED.get() >= LIMIT) {
            notWatched++;
            return null;
        }
        WATCHED.incrementAndGet();
        OwnerWatch watch = new OwnerWatch(owner, QUEUE);
        watch.add(address);
        s.lastWatch = watch;
        return watch;
    }

    /** An entry is gone. */
    static void dropped(OwnerWatch watch) {
        if (watch != null && watch.dropOne()) {
            WATCHED.decrementAndGet();
        }
    }

    static long notWatched() {
        return notWatched;
    }

    /** The ticker's: takes in who was collected and tells whose block outlived the grace. Returns the events written. */
    static int tick(long nowMillis, LiveTable[] tables) {
        for (Object o = QUEUE.poll(); o != null; o = QUEUE.poll()) {
            OwnerWatch watch = (OwnerWatch) o;
            if (watch.end()) {
                WATCHED.decrementAndGet();
                watch.seenDead = nowMillis;
                DEAD.add(watch);
            }
        }
        int told = 0;
        while (!DEAD.isEmpty() && nowMillis - DEAD.peek().seenDead >= GRACE_MILLIS) {
            told += tell(DEAD.remove(), tables);
        }
        return told;
    }

    static void reset() {
        DEAD.clear();
        WATCHED.set(0);
        notWatched = 0;
    }

    private static int tell(OwnerWatch watch, LiveTable[] tables) {
        int told = 0;
        for (long address : watch.addresses()) {
            for (LiveTable table : tables) {
                Entry entry = table.get(address);
                if (entry != null && watch.equals(entry.owner)) {
                    tell(watch, entry);
                    told++;
                }
            }
        }
        return told;
    }

    private static void tell(OwnerWatch watch, Entry entry) {
        OwnerCollected event = new OwnerCollected();
        event.address = entry.address;
        event.binding = Binding.name(entry.binding);
        event.bytes = entry instanceof Block ? ((Block) entry).bytes : 0;
        event.weight = entry instanceof Block ? ((Block) entry).weight : 1;
        event.ownerClass = watch.ownerClass;
        event.seen = watch.seenDead;
        event.cleanersRan = Canary.ranSince(watch.seenDead);
        event.commit();
    }
}
