package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The latest releases by address, bounded: each address has one place, and the later release takes it. An address that
 * is taken again leaves at once, sampled or not, so what is still here was released and not taken since.
 *
 * <p>Read and written without a lock. A race loses a release, and never makes one up: the address is looked at twice.
 */
final class RecentReleases {

    private static final int PLACES = 1 << 14;
    private static final int SHIFT = 50;

    /** Stacks of releases that may be kept in a second, whatever the program does: a millisecond's worth. */
    private static final int STACKS_PER_TICK = 100;

    /** Where a release was is kept so long: it holds the classes of its frames. Looked at in as many ticks. */
    private static final long STACK_MILLIS = 60_000;

    private static final int STACK_TICKS = 600;

    private static final AtomicInteger STACKS = new AtomicInteger(STACKS_PER_TICK);
    private static final VarHandle ADDRESS = MethodHandles.arrayElementVarHandle(long[].class);

    private final Known known;

    private final long[] addresses = new long[PLACES];
    private final Release[] releases = new Release[PLACES];
    private int ticks;

    /**
     * Links what it calls later on, so that no probe does it.
     *
     * @param known where it tells which addresses it holds
     */
    RecentReleases(Known known) {
        this.known = known;
        addresses[0] = 1;
        known.add(1);
        vacate(0, 1);
        clear();
    }

    /** The address was released, or is about to be. */
    void put(long address, int binding) {
        int place = place(address);
        known.add(address);
        releases[place] = new Release(address, binding, where());
        leave(place, address);
    }

    private static Throwable where() {
        return Misuses.strict || (STACKS.get() > 0 && STACKS.getAndDecrement() > 0)
                ? new Throwable("Released here")
                : null;
    }

    /** The address is taken. */
    void forget(long address) {
        int place = place(address);
        if (addresses[place] == address && vacate(place, address)) {
            releases[place] = null;
        }
    }

    private boolean vacate(int place, long address) {
        boolean mine = ADDRESS.compareAndSet(addresses, place, address, 0L);
        if (mine) {
            known.remove(address);
        }
        return mine;
    }

    /** Puts an address, or 0, into the place of what is there. */
    private void leave(int place, long address) {
        long before = (long) ADDRESS.getAndSet(addresses, place, address);
        if (before != 0) {
            known.remove(before);
        }
    }

    /** The release of the address that is still the last thing known of it, or null. */
    Release find(long address) {
        int place = place(address);
        if (addresses[place] != address) {
            return null;
        }
        Release release = releases[place];
        return release != null && release.address == address && release.errors == Probe.errors ? release : null;
    }

    void clear() {
        for (int i = 0; i < PLACES; i++) {
            leave(i, 0);
            releases[i] = null;
        }
    }

    /** The ticker's: renews the allowance, and lets go of old stacks. */
    void tick() {
        STACKS.set(STACKS_PER_TICK);
        int part = PLACES / STACK_TICKS + 1;
        int from = ticks++ % STACK_TICKS * part;
        for (int i = from; i < Math.min(PLACES, from + part); i++) {
            Release old = releases[i];
            if (old != null && Callbacks.now - old.millis > STACK_MILLIS) {
                releases[i] = null;
            }
        }
    }

    private static int place(long address) {
        return LiveTable.slot(address, SHIFT);
    }
}
