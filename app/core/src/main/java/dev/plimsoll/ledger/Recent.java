package dev.plimsoll.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/// By address, the latest entries only.
final class Recent<V> extends LinkedHashMap<Long, V> {

    private static final long serialVersionUID = 1L;

    /// More than any flush can tear apart.
    private static final int KEPT = 10_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
        return size() > KEPT;
    }
}
