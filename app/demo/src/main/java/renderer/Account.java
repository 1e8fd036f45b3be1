package renderer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// What the renderer itself counted, per site, so that a profiler's figures can be compared with the truth.
final class Account {

    private final List<Site> sites = new ArrayList<>();

    /// Before the first frame only, on one thread.
    Site site(String kind, String name) {
        Site site = new Site(kind, name);
        sites.add(site);
        return site;
    }

    /// Tab separated, one line per site, with a head line. Sizes are bytes.
    void print(PrintStream out) {
        out.println("kind\tsite\tallocatedBytes\tallocations\treleasedBytes\treleases\tforgottenBytes\tforgotten");
        for (Site site : sites) {
            out.println(site.line());
        }
        out.flush();
    }

    /// One place that takes native memory or registers callbacks. Any thread may count.
    static final class Site {

        private final String kind;
        private final String name;
        private final LongAdder allocatedBytes = new LongAdder();
        private final LongAdder allocations = new LongAdder();
        private final LongAdder releasedBytes = new LongAdder();
        private final LongAdder releases = new LongAdder();
        private final LongAdder forgottenBytes = new LongAdder();
        private final LongAdder forgotten = new LongAdder();

        private Site(String kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        void took(long bytes) {
            allocatedBytes.add(bytes);
            allocations.increment();
        }

        void gaveBack(long bytes) {
            releasedBytes.add(bytes);
            releases.increment();
        }

        /// The renderer holds no reference any more and has not released it.
        void forgot(long bytes) {
            forgottenBytes.add(bytes);
            forgotten.increment();
        }

        long forgottenBytes() {
            return forgottenBytes.sum();
        }

        long forgotten() {
            return forgotten.sum();
        }

        private String line() {
            return String.join(
                    "\t",
                    kind,
                    name,
                    Long.toString(allocatedBytes.sum()),
                    Long.toString(allocations.sum()),
                    Long.toString(releasedBytes.sum()),
                    Long.toString(releases.sum()),
                    Long.toString(forgottenBytes.sum()),
                    Long.toString(forgotten.sum()));
        }
    }
}
