package dev.plimsoll.ui;

import dev.plimsoll.ledger.SiteKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a click can lead to.
public sealed interface Target {

    /// Id of the page that shows it.
    String page();

    /// The part of the time axis that the strip marks before the page opens; empty leaves it as it is.
    default Optional<TimeRange> marks() {
        return Optional.empty();
    }

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

        @Override
        public Optional<TimeRange> marks() {
            return Optional.of(range);
        }
    }

    /// What a part of the time axis left behind: of a site on the flame graph, of the whole process on the overview.
    ///
    /// @param site null for the whole process
    record LeftBy(TimeRange range, @Nullable SiteKey site) implements Target {
        @Override
        public String page() {
            return site == null ? "overview" : "flame";
        }

        @Override
        public Optional<TimeRange> marks() {
            return Optional.of(range);
        }
    }

    /// What is added from now on, on the flame graph; when that is what it shows, everything again.
    record SinceNow() implements Target {
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
