package dev.plimsoll.ledger;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Bytes by site, made into a map when somebody looks: while a recording is read nobody does. Unmodifiable; any
/// thread.
final class BytesBySite extends AbstractMap<SiteKey, Double> {

    private final SiteKey[] keys;
    private final int[] sites;
    private final double[] bytes;
    private @Nullable Map<SiteKey, Double> map;

    /// @param keys by site number; entries are only ever added behind
    BytesBySite(SiteKey[] keys, int[] sites, double[] bytes) {
        this.keys = keys;
        this.sites = sites;
        this.bytes = bytes;
    }

    private synchronized Map<SiteKey, Double> map() {
        if (map == null) {
            Map<SiteKey, Double> made = HashMap.newHashMap(sites.length);
            for (int i = 0; i < sites.length; i++) {
                made.put(keys[sites[i]], bytes[i]);
            }
            map = Map.copyOf(made);
        }
        return map;
    }

    @Override
    public int size() {
        return sites.length;
    }

    @Override
    public @Nullable Double get(Object key) {
        return map().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return map().containsKey(key);
    }

    @Override
    public Set<Entry<SiteKey, Double>> entrySet() {
        return map().entrySet();
    }
}
