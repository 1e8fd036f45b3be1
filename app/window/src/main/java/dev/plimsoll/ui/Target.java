package dev.plimsoll.ui;

import dev.plimsoll.ledger.SiteKey;
import java.nio.file.Path;

/// Something a click can lead to.
public sealed interface Target {

    /// Id of the page that shows it.
    String page();

    /// A page as it stands.
    record ToPage(String page) implements Target {}

    /// A recording that what is open is compared with.
    record Baseline(Path recording) implements Target {
        @Override
        public String page() {
            return "compare";
        }
    }

    /// Blocks of a site on the allocations page.
    record Site(SiteKey key) implements Target {
        @Override
        public String page() {
            return "allocations";
        }
    }

    /// A site's frames on the flame graph.
    record Flame(SiteKey key) implements Target {
        @Override
        public String page() {
            return "flame";
        }
    }

    /// One block by its address.
    record Block(long address) implements Target {
        @Override
        public String page() {
            return "allocations";
        }
    }

    /// One callback by its handle.
    record CallbackHandle(long handle) implements Target {
        @Override
        public String page() {
            return "callbacks";
        }
    }

    /// The finding at a position of the snapshot's list.
    record FindingAt(int index) implements Target {
        @Override
        public String page() {
            return "findings";
        }
    }

    /// A GC cycle by the JVM's id.
    record Cycle(long gcId) implements Target {
        @Override
        public String page() {
            return "gc";
        }
    }

    /// What was allocated in a part of the time axis, by count, on the flame graph; the strip shows that part.
    record AllocatedIn(TimeRange range) implements Target {
        @Override
        public String page() {
            return "flame";
        }
    }

    /// What died in a GC cycle, on the flame graph.
    record DiedIn(long gcId) implements Target {
        @Override
        public String page() {
            return "flame";
        }
    }
}
