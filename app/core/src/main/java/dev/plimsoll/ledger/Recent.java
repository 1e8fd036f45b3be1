package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values by address, the latest only: when there are too many, the one that came first makes room. One thread.
final class Recent<V> {

    /// More than a flush can tear apart: 6,400 were seen at 400,000 events a second.
    private static final int KEPT = 1 << 16;

    private final List<Long> addresses = new ArrayList<>();
    private final AddressMap places = new AddressMap(addresses::get);
    private final List<@Nullable V> values = new ArrayList<>();
    private int next;

    /// The value of an address, or null.
    @Nullable
    V get(long address) {
        int place = places.size() == 0 ? AddressMap.NONE : places.get(address);
        return place == AddressMap.NONE ? null : values.get(place);
    }

    void put(long address, V value) {
        int known = places.get(address);
        if (known != AddressMap.NONE) {
            values.set(known, value);
            return;
        }
        if (values.size() < KEPT) {
            addresses.add(address);
            values.add(value);
            places.put(address, values.size() - 1);
            return;
        }
        if (values.get(next) != null) {
            places.remove(addresses.get(next));
        }
        addresses.set(next, address);
        values.set(next, value);
        places.put(address, next);
        next = (next + 1) % KEPT;
    }

    /// The value that was there, or null.
    @Nullable
    V remove(long address) {
        int place = places.size() == 0 ? AddressMap.NONE : places.remove(address);
        return place == AddressMap.NONE ? null : values.set(place, null);
    }
}
