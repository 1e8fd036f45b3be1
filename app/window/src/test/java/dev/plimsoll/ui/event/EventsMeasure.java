package dev.plimsoll.ui.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.session.Snapshot;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a million events of one type take to be listed, read, filtered, sorted and drawn. Run by its name; it
/// decides nothing.
final class EventsMeasure {

    private static final int COUNT = 1_000_000;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    private final EventPresenter presenter =
            new EventPresenter(Runnable::run, Runnable::run, type -> Optional.empty(), state -> {});

    @Test
    void aMillionRows() throws Exception {
        Snapshot snapshot = Ticks.read(Ticks.write(folder.resolve("ticks.jfr"), COUNT));
        time("types listed, rows read, drawn", () -> presenter.show(snapshot, Optional.empty()));
        RawRows rows = Objects.requireNonNull(presenter.state().rows());
        assertEquals(COUNT, rows.size());
        System.out.printf(
                "%,d bytes for %,d rows of %d fields%n",
                rows.bytes(), rows.size(), rows.fields().size());
        for (int round = 1; round <= ROUNDS; round++) {
            for (String filter : new String[] {"payload>4m", "route=sea kept=true", "harbour", "stackTrace~tick", ""}) {
                time("filter '" + filter + "', all drawn", () -> presenter.filter(filter));
            }
            for (String field : new String[] {"payload", "load", "route", "stackTrace", "startTime"}) {
                time("sort by " + field, () -> presenter.sort(rows.field(field), true));
            }
            presenter.sort(-1, false);
        }
    }

    private static void time(String what, Runnable act) {
        long start = System.nanoTime();
        act.run();
        System.out.printf("%6d ms  %s%n", Math.round((System.nanoTime() - start) / 1e6), what);
    }
}
