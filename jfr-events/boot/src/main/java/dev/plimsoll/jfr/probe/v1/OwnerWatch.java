package dev.plimsoll.jfr.probe.v1;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;

/**
 * Tells when the owner of live entries is collected. The entries hold the watch: the free of the last one drops it. One
 * watch serves all blocks that one thread takes for one owner in a row, for an arena may have very many.
 */
final class OwnerWatch extends PhantomReference<Object> {

    /** A name, for a class would keep its loader alive. */
    final String ownerClass;

    /** When the owner was first seen collected, in milliseconds since the epoch; the ticker's. */
    long seenDead;

    private long[] addresses = new long[1];
    private int added;
    private int live;
    private boolean over;

    OwnerWatch(Object owner, ReferenceQueue<Object> queue) {
        super(owner, queue);
        this.ownerClass = owner.getClass().getName();
    }

    /**
     * One more entry of this owner.
     *
     * @return false when this watch is over, or full of entries that are gone: a new one is wanted
     */
    synchronized boolean add(long address) {
        if (over || (added == addresses.length && live < added / 2)) {
            return false;
        }
        if (added == addresses.length) {
            addresses = Arrays.copyOf(addresses, added * 2);
        }
        addresses[added++] = address;
        live++;
        return true;
    }

    /**
     * One entry less.
     *
     * @return whether the watch is over by this
     */
    synchronized boolean dropOne() {
        return --live == 0 && end();
    }

    /** Ends the watch; true the first time. */
    synchronized boolean end() {
        boolean ends = !over;
        over = true;
        return ends;
    }

    /** Addresses of the entries that were ever added, those that are gone meanwhile included; none when all are gone. */
    synchronized long[] addresses() {
        return live <= 0 ? new long[0] : Arrays.copyOf(addresses, added);
    }
}
