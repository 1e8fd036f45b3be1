package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawField;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.session.EventLog;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Newest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/// State of the Events page, without nodes. All methods run on one thread, which is the FX thread in the window; files
/// are read on another one, and what was asked for before is given up.
final class EventPresenter {

    private static final int UNKNOWN_STEPS = 600;

    /// What the first look at a type came to.
    private record Read(@Nullable RawRows rows, String failure) {}

    private record Listed(List<RawType> types, String failure) {}

    private record Shown(EventIndex index, @Nullable FieldChart chart) {}

    private final Newest listing;
    private final Newest reading;
    private final Newest sorting;
    private final Executor home;
    private final Consumer<EventViewState> onState;

    private String source = "";
    private boolean live;
    private long start;
    private long end = 1;
    private List<RawType> types = List.of();
    private @Nullable RawType type;
    private @Nullable RawRows rows;
    private EventIndex index = EventIndex.EMPTY;
    private EventIndex.Wanted wanted = EventIndex.Wanted.FIRST;
    private @Nullable FieldChart chart;
    private String chartField = "";
    private int selected = -1;
    private double done = -1;
    private String failure = "";
    private int steps = UNKNOWN_STEPS;

    /// @param background reads files; one task at a time
    /// @param onState takes each new state, at once
    EventPresenter(Executor background, Executor home, Consumer<EventViewState> onState) {
        listing = new Newest(background, home);
        reading = new Newest(background, home);
        sorting = new Newest(background, home);
        this.home = home;
        this.onState = onState;
    }

    /// What the window has open, and the range set on its timeline.
    void show(Snapshot snapshot, Optional<TimeRange> range) {
        boolean opening = snapshot.phase() instanceof Phase.Opening;
        String file = snapshot.subject().source();
        live = file.isEmpty();
        start = snapshot.timeline().start();
        end = Math.max(start + 1, snapshot.timeline().end());
        if (!file.equals(source) && !opening) {
            source = file;
            forget();
            if (live) {
                publish();
            } else {
                list();
            }
        } else if (!range.equals(wanted.range())) {
            want(wanted.with(range));
        } else if (live) {
            publish();
        }
    }

    private void forget() {
        types = List.of();
        type = null;
        rows = null;
        index = EventIndex.EMPTY;
        chart = null;
        selected = -1;
        failure = "";
    }

    private void list() {
        EventLog log = new EventLog(Path.of(source));
        done = 0;
        publish();
        listing.ask(
                cancelled -> {
                    try {
                        return new Listed(log.types(progress(cancelled)), "");
                    } catch (IOException e) {
                        return new Listed(List.of(), String.valueOf(e.getMessage()));
                    }
                },
                listed -> {
                    done = -1;
                    failure = listed.failure();
                    types = listed.types().stream()
                            .sorted(Comparator.comparingLong(RawType::events).reversed())
                            .toList();
                    if (types.isEmpty()) {
                        publish();
                    } else {
                        choose(types.getFirst());
                    }
                });
    }

    /// Shows the events of another type.
    void choose(RawType other) {
        if (other.equals(type)) {
            return;
        }
        type = other;
        rows = null;
        index = EventIndex.EMPTY;
        wanted = new EventIndex.Wanted("", -1, false, wanted.range());
        chart = null;
        selected = -1;
        chartField = numeric(other.fields(), chartField);
        done = 0;
        failure = "";
        EventLog log = new EventLog(Path.of(source));
        publish();
        reading.ask(
                cancelled -> {
                    try {
                        return new Read(log.rows(other.name(), progress(cancelled)), "");
                    } catch (IOException e) {
                        return new Read(null, String.valueOf(e.getMessage()));
                    }
                },
                read -> {
                    done = -1;
                    failure = read.failure();
                    rows = read.rows();
                    sort();
                });
    }

    private DoublePredicate progress(BooleanSupplier cancelled) {
        return share -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            home.execute(() -> {
                if (done >= 0 && share - done > 0.02) {
                    done = share;
                    publish();
                }
            });
            return true;
        };
    }

    /// The field that was drawn before when this type has it, else the one that says most.
    private static String numeric(List<RawField> fields, String before) {
        List<RawField> numeric =
                fields.stream().filter(field -> field.kind().numeric()).toList();
        return numeric.stream()
                .filter(field -> field.name().equals(before))
                .findFirst()
                .or(() -> numeric.stream().min(Comparator.comparingInt(EventPresenter::rank)))
                .map(RawField::name)
                .orElse("");
    }

    /// Sizes and times tell more than counts, and counts more than ids.
    private static int rank(RawField field) {
        if (field.name().equals("duration")) {
            return 4;
        }
        return switch (field.kind()) {
            case BYTES -> 0;
            case SPAN -> 1;
            case REAL, SHARE -> 2;
            case TIME, ADDRESS, NUMBER, FLAG, WORD, STACK -> field.name().endsWith("Id") ? 5 : 3;
        };
    }

    void filter(String text) {
        if (!text.equals(wanted.filter())) {
            want(wanted.with(text));
        }
    }

    /// @param field place of a field, or -1 for the order of time
    void sort(int field, boolean descending) {
        want(wanted.by(field, descending));
    }

    void chart(String field) {
        chartField = field;
        sort();
    }

    /// Steps of the chart: one per pixel.
    void width(double pixels) {
        int now = Math.clamp(Math.round(pixels), 1, 4_000);
        if (now != steps) {
            steps = now;
            sort();
        }
    }

    void select(int row) {
        selected = row;
        publish();
    }

    private void want(EventIndex.Wanted other) {
        wanted = other;
        sort();
    }

    private void sort() {
        RawRows table = rows;
        if (table == null) {
            publish();
            return;
        }
        EventIndex.Wanted asked = wanted;
        int field = chartField.isEmpty() ? -1 : table.field(chartField);
        long from = asked.range().map(TimeRange::from).orElse(start);
        long to = asked.range().map(TimeRange::to).orElse(end);
        int asManySteps = steps;
        publish();
        sorting.ask(
                cancelled -> {
                    EventIndex found = EventIndex.of(table, asked, cancelled);
                    return new Shown(
                            found, field < 0 ? null : FieldChart.of(table, found, field, from, to, asManySteps));
                },
                shown -> {
                    index = shown.index();
                    chart = shown.chart();
                    publish();
                });
    }

    boolean settled() {
        return !listing.busy() && !reading.busy() && !sorting.busy();
    }

    EventViewState state() {
        return new EventViewState(types, type, rows, index, wanted, chart, chartField, selected, done, failure, live);
    }

    private void publish() {
        onState.accept(state());
    }
}
