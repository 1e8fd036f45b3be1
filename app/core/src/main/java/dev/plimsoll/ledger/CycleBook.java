package dev.plimsoll.ledger;

import dev.plimsoll.event.NativeEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Joins the deaths of owners to GC cycles: a death belongs to the last cycle whose references had been processed when
/// it was seen. A concurrent collector hands dead references out long before its cycle ends; the recorder's reference
/// statistics tell when. Where they are missing it is the cycle's end. Keeps the last [#KEPT] cycles; what happened in
/// one that falls out is told once more, by [#passed()]. One thread; what it publishes is immutable.
final class CycleBook {

    static final int KEPT = 256;

    /// Cycles that wait to be told once more: as many as have a place on the time axis.
    private static final int MOST_PASSED = 100_000;

    private static final class Entry {
        final long gcId;
        /// From when on deaths may be this cycle's.
        long from;

        double died;
        double freed;
        double stuck;
        double leaked;

        /// Blocks that a Cleaner has yet to free.
        double waiting;

        final LagScale lags = new LagScale();
        final SiteBytes sites = new SiteBytes();

        @Nullable
        OwnerDeaths published;

        Entry(long gcId, long from) {
            this.gcId = gcId;
            this.from = from;
        }

        OwnerDeaths publish(SiteKey[] keys) {
            if (published == null) {
                published = new OwnerDeaths(
                        gcId,
                        died,
                        freed,
                        Math.max(0, stuck),
                        Math.max(0, leaked),
                        Math.max(0, waiting),
                        lags.median(),
                        sites.publish(keys));
            }
            return published;
        }

        boolean empty() {
            return died == 0 && freed == 0 && stuck == 0;
        }
    }

    /// In order of `from`.
    private final ArrayList<Entry> cycles = new ArrayList<>();

    private final ArrayDeque<OwnerDeaths> passed = new ArrayDeque<>();
    private List<OwnerDeaths> published = List.of();
    private boolean dirty;

    void cycle(NativeEvent.GcCycle event) {
        known(event.gcId(), event.end());
    }

    void references(NativeEvent.GcReferences event) {
        known(event.gcId(), event.time());
    }

    private void known(long gcId, long from) {
        Entry entry = remove(gcId);
        if (entry == null) {
            entry = new Entry(gcId, from);
        }
        entry.from = Math.min(entry.from, from);
        int at = cycles.size();
        while (at > 0 && cycles.get(at - 1).from > entry.from) {
            at--;
        }
        cycles.add(at, entry);
        if (cycles.size() > KEPT) {
            pass(cycles.removeFirst());
        }
        dirty = true;
    }

    private void pass(Entry entry) {
        if (entry.empty()) {
            return;
        }
        if (passed.size() == MOST_PASSED) {
            passed.removeFirst();
        }
        passed.addLast(new OwnerDeaths(
                entry.gcId,
                entry.died,
                entry.freed,
                Math.max(0, entry.stuck),
                Math.max(0, entry.leaked),
                Math.max(0, entry.waiting),
                entry.lags.median(),
                Map.of()));
    }

    /// What happened in cycles that fell out since the last call, without sites, oldest first.
    List<OwnerDeaths> passed() {
        List<OwnerDeaths> told = List.copyOf(passed);
        passed.clear();
        return told;
    }

    private @Nullable Entry remove(long gcId) {
        for (int i = cycles.size() - 1; i >= 0; i--) {
            if (cycles.get(i).gcId == gcId) {
                return cycles.remove(i);
            }
        }
        return null;
    }

    /// The owner was found dead at `seen` and the block is live.
    ///
    /// @param weight of the block: how many it stands for
    /// @param cleaned whether a Cleaner is to free it
    void stuck(int site, double bytes, double weight, long seen, boolean cleaned) {
        Entry entry = before(seen);
        if (entry != null) {
            died(entry, site, bytes);
            entry.stuck += bytes;
            entry.leaked += cleaned ? 0 : bytes;
            entry.waiting += cleaned ? weight : 0;
        }
    }

    /// A block that was stuck is freed or lost.
    void unstuck(double bytes, double weight, long seen, boolean cleaned) {
        Entry entry = before(seen);
        if (entry != null) {
            entry.stuck -= bytes;
            entry.leaked -= cleaned ? 0 : bytes;
            entry.waiting -= cleaned ? weight : 0;
            touch(entry);
        }
    }

    /// A Cleaner freed a block at `time`. `deathKnown` when its owner's death was counted before.
    void cleaned(int site, double bytes, long time, boolean deathKnown) {
        Entry entry = before(time);
        if (entry != null) {
            entry.freed += bytes;
            entry.lags.add(time - entry.from);
            touch(entry);
            if (!deathKnown) {
                died(entry, site, bytes);
            }
        }
    }

    /// Oldest cycle first; cycles without a change are the same objects.
    ///
    /// @param keys by site number
    List<OwnerDeaths> publish(SiteKey[] keys) {
        if (dirty) {
            dirty = false;
            published = cycles.stream().map(entry -> entry.publish(keys)).toList();
        }
        return published;
    }

    private void died(Entry entry, int site, double bytes) {
        entry.died += bytes;
        entry.sites.add(site, bytes);
        touch(entry);
    }

    private void touch(Entry entry) {
        entry.published = null;
        dirty = true;
    }

    private @Nullable Entry before(long time) {
        for (int i = cycles.size() - 1; i >= 0; i--) {
            if (cycles.get(i).from <= time) {
                return cycles.get(i);
            }
        }
        return null;
    }
}
