package dev.plimsoll.jfr.probe.v1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * At how many addresses something is known, by place: each address has one place among many, of a byte. So one look tells
 * of most addresses that there is nothing to look for. Any thread; a place says too much for a moment, never too little.
 */
final class Known {

    /** Says that there are as many or more. From there nobody counts on. */
    private static final byte MANY = -1;

    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(byte[].class);

    private final byte[] counts;
    private final int shift;

    /**
     * Links what it calls later on, so that no probe does it.
     *
     * @param bits of the number of places
     */
    Known(int bits) {
        counts = new byte[1 << bits];
        shift = 64 - bits;
        add(0);
        remove(0);
    }

    /** The argument of {@link #isNothingAt}: the places. */
    byte[] counts() {
        return counts;
    }

    /** The argument of {@link #isNothingAt}: 64 less the bits of their number. */
    int shift() {
        return shift;
    }

    /**
     * Whether nothing is known at the address. A glance that takes no part in the order of memory, which whoever handed the
     * address over has seen to.
     */
    @Inlined
    static boolean isNothingAt(long address, byte[] counts, int shift) {
        return counts[LiveTable.slot(address, shift)] == 0;
    }

    /** Something will be known at the address. To be called before it is. */
    void add(long address) {
        change(address, 1);
    }

    /** Something was known at the address. To be called after that is over. */
    void remove(long address) {
        change(address, -1);
    }

    private void change(long address, int by) {
        int place = LiveTable.slot(address, shift);
        byte count = (byte) COUNT.getVolatile(counts, place);
        while (count != MANY && !COUNT.compareAndSet(counts, place, count, (byte) (count + by))) {
            count = (byte) COUNT.getVolatile(counts, place);
        }
    }
}
