package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is live, by address. A fixed array of chains; a chain is never changed but replaced, by one compare-and-set of its
 * head: adding puts a link in front, removing copies the links before the one that goes. So reading takes no lock and
 * never waits, and there are no tombstones to collect: after any number of operations a chain is as long as its content.
 *
 * <p>The bound is stated by whoever makes the table. A full table refuses; it never grows and never forgets.
 */
final class LiveTable {

    /** Java heap that one followed block takes, with its watched owner: estimated from the fields, compressed references. */
    static final int BYTES_PER_ENTRY = 112;

    private static final VarHandle HEAD = MethodHandles.arrayElementVarHandle(Entry[].class);

    private final Entry[] chains;
    private final int shift;
    private final Known known;
    private final int capacity;
    private final AtomicInteger size = new AtomicInteger();

    /**
     * Links what it calls later on, so that no probe does it.
     *
     * @param capacity the most entries to hold, at least 16
     */
    LiveTable(int capacity) {
        this.capacity = capacity;
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(16, capacity / 2) - 1);
        this.chains = new Entry[1 << bits];
        this.shift = 64 - bits;
        this.known = new Known(bits);
        clear();
    }

    int capacity() {
        return capacity;
    }

    int size() {
        return size.get();
    }

    long heapBytes() {
        return 5L * chains.length + (long) BYTES_PER_ENTRY * size.get();
    }

    /** Where entries are, for a glance. */
    Known known() {
        return known;
    }

    /** The entry at the address, or null. */
    Entry get(long address) {
        return find(head(slot(address)), address);
    }

    /**
     * Puts a fresh entry in; one that is already there for the address goes, for its free was not seen.
     *
     * @param entry not linked yet, and never to be put a second time
     * @return false when the table is full
     */
    boolean put(Entry entry) {
        if (size.get() >= capacity) {
            return false;
        }
        int slot = slot(entry.address);
        known.add(entry.address);
        while (true) {
            Entry head = head(slot);
            Entry stale = find(head, entry.address);
            entry.next = stale == null ? head : without(head, stale);
            if (HEAD.compareAndSet(chains, slot, head, entry)) {
                if (stale == null) {
                    size.incrementAndGet();
                } else {
                    known.remove(entry.address);
                }
                return true;
            }
        }
    }

    /** Takes the entry of the address out, or returns null when there is none. */
    Entry remove(long address) {
        int slot = slot(address);
        while (true) {
            Entry head = head(slot);
            Entry found = find(head, address);
            if (found == null) {
                return null;
            }
            if (HEAD.compareAndSet(chains, slot, head, without(head, found))) {
                size.decrementAndGet();
                known.remove(address);
                return found;
            }
        }
    }

    /** The block that holds the address, or null; looks at every entry. */
    Block holding(long address) {
        for (int slot = 0; slot < chains.length; slot++) {
            for (Entry e = chains[slot]; e != null; e = e.next) {
                if (e instanceof Block && ((Block) e).holds(address)) {
                    return (Block) e;
                }
            }
        }
        return null;
    }

    /** How many links a search follows at most. */
    int longestChain() {
        int longest = 0;
        for (int slot = 0; slot < chains.length; slot++) {
            int links = 0;
            for (Entry e = chains[slot]; e != null; e = e.next) {
                links++;
            }
            longest = Math.max(longest, links);
        }
        return longest;
    }

    /** Empties the table; entries put meanwhile may stay. */
    void clear() {
        for (int slot = 0; slot < chains.length; slot++) {
            int removed = 0;
            for (Entry e = (Entry) HEAD.getAndSet(chains, slot, null); e != null; e = e.next) {
                known.remove(e.address);
                removed++;
            }
            size.addAndGet(-removed);
        }
    }

    private int slot(long address) {
        return slot(address, shift);
    }

    /** Where an address belongs in a table of 64 - shift bits. */
    @Inlined
    static int slot(long address, int shift) {
        return (int) ((address * 0x9E3779B97F4A7C15L) >>> shift);
    }

    private Entry head(int slot) {
        return (Entry) HEAD.getVolatile(chains, slot);
    }

    private static Entry find(Entry head, long address) {
        Entry e = head;
        while (e != null && e.address != address) {
            e = e.next;
        }
        return e;
    }

    private static Entry without(Entry head, Entry gone) {
        Entry chain = gone.next;
        for (Entry e = head; e.address != gone.address; e = e.next) {
            Entry copy = e.copy();
            copy.next = chain;
            chain = copy;
        }
        return chain;
    }
}
