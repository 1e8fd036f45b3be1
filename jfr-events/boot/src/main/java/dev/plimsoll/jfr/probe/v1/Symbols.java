package dev.plimsoll.jfr.probe.v1;

import java.util.concurrent.ConcurrentHashMap;

/**
 * The native functions that handles were made for, by name. A name is known when the address was looked up after the
 * attach; a function without one goes by its address.
 */
public final class Symbols {

    /** The most functions to follow. */
    private static final int LIMIT = 4_096;

    private static final int PLACES = 1 << 12;

    private static final ConcurrentHashMap<String, Symbol> BY_NAME = new ConcurrentHashMap<>();
    private static final String[] NAMES = new String[PLACES];
    private static final long[] ADDRESSES = new long[PLACES];

    private Symbols() {}

    /** A library was asked for a name and gave an address; called by woven code. */
    public static void found(String name, long address) {
        if (address != 0 && Probe.active) {
            int place = place(address);
            NAMES[place] = name;
            ADDRESSES[place] = address;
        }
    }

    /** The function at an address, or null when too many are followed. */
    static Symbol at(long address) {
        int place = place(address);
        String name = NAMES[place];
        if (name == null || ADDRESSES[place] != address) {
            name = "0x".concat(Long.toHexString(address));
        }
        return named(name);
    }

    /** The function with this name, or null when too many are followed. */
    static Symbol named(String name) {
        Symbol known = BY_NAME.get(name);
        if (known != null || BY_NAME.size() >= LIMIT) {
            return known;
        }
        Symbol fresh = new Symbol(name);
        Symbol other = BY_NAME.putIfAbsent(name, fresh);
        return other == null ? fresh : other;
    }

    static void begin() {
        for (Symbol symbol : BY_NAME.values()) {
            symbol.restart();
        }
    }

    /** Writes the counters that have changed; returns how many. */
    static int tell() {
        int told = 0;
        for (Symbol symbol : BY_NAME.values()) {
            told += symbol.tell() ? 1 : 0;
        }
        return told;
    }

    private static int place(long address) {
        return (int) ((address * 0x9E3779B97F4A7C15L) >>> 52);
    }
}
