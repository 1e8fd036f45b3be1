package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.EventLog;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Words;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// State of the Events page, without nodes. All methods run on one thread, which is the FX thread in the window; files
/// are read on another one, and what was asked for before is given up.
final class EventPresenter {

    private static final int UNKNOWN_STEPS = 600;

    /// What the first look at a type came to.
    private record Read(@Nullable RawRows rows, String failure) {}

    private record Listed(List<RawType> types, String failure) {}

    private final Newest listing;
    private final Newest reading;
    private final Newest sorting;
    private final LiveLooks looks;
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

    /// @param background reads files; one task at a time, in order
    /// @param feeds the events of a type of the live target that is open
    /// @param onState takes each new state, at once
    EventPresenter(
            Executor background,
            Executor home,
            Function<String, Optional<EventFeed>> feeds,
            Consumer<EventViewState> onState) {
        listing = new Newest(background, home);
        reading = new Newest(background, home);
        sorting = new Newest(background, home);
        looks = new LiveLooks(reading, background, feeds);
        this.home = home;
        this.onState = onState;
    }

    /// What the window has open, and the range set on its timeline.
    void show(Snapshot snapshot, Optional<TimeRange> range) {
        boolean opening = snapshot.phase() instanceof Phase.Opening;
        String file = snapshot.subject().source();
        if (opening || !file.equals(source)) {
            looks.part();
        }
        live = file.isEmpty();
        start = snapshot.timeline().start();
        end = Math.max(start + 1, snapshot.timeline().end());
        if (!file.equals(source) && !opening) {
            source = file;
            forget();
            if (!live) {
                list();
                return;
            }
        }
        if (!range.equals(wanted.range())) {
            want(wanted.with(range));
        }
        if (live) {
            follow(opening, snapshot.phase() instanceof Phase.Live);
        }
    }

    private void follow(boolean opening, boolean goesOn) {
        if (!opening) {
            looks.open(type == null ? "" : type.name());
        }
        if (looks.due(end, goesOn)) {
            look();
        } else {
            publish();
        }
    }

    private void look() {
        EventQuestion asked = asked();
        done = rows == null ? Math.max(done, 0) : -1;
        publish();
        looks.look(end, asked, this::progress, seen -> take(seen, asked));
    }

    private void take(LiveLooks.Seen seen, EventQuestion asked) {
        done = -1;
        failure = seen.failure();
        EventFeed.Look look = seen.look();
        if (look == null) {
            publish();
            return;
        }
        types = fullestFirst(look.types());
        Optional<RawType> again = types.stream()
                .filter(one -> type != null && one.name().equals(type.name()))
                .findFirst();
        if (again.isEmpty() && !types.isEmpty()) {
            choose(types.getFirst());
            return;
        }
        type = again.orElse(null);
        RawRows table = look.rows();
        EventQuestion.Answer answer = seen.answer();
        if (table != null && answer != null) {
            selected = moved(table);
            rows = table;
            index = answer.index();
            chart = answer.chart();
        }
        if (asked.sameWish(asked())) {
            publish();
        } else {
            sort();
        }
    }

    /// The row of the selected event, whose older neighbours may be gone.
    private int moved(RawRows newer) {
        RawRows older = rows;
        if (selected < 0 || older == null || !newer.continues(older)) {
            return -1;
        }
        return (int) Math.max(-1, older.first() + selected - newer.first());
    }

    /// Nobody looks: what was read of a live target goes, what a person chose stays.
    void leave() {
        if (!live && types.isEmpty()) {
            // Given up, or nothing could be read: the next visit tries again.
            source = "";
        }
        if (live && looks.open()) {
            looks.part();
            dropRows();
        }
    }

    /// What is being read of a recording is not wanted. What is on the screen stays; a click on a type reads it again,
    /// and without types the next visit does.
    void giveUp() {
        if (live || done < 0) {
            return;
        }
        listing.cancel();
        reading.cancel();
        done = -1;
        failure = Words.say(types.isEmpty() ? "events.givenUp" : "events.givenUpType");
        publish();
    }

    private void forget() {
        types = List.of();
        type = null;
        dropRows();
        failure = "";
    }

    private void dropRows() {
        rows = null;
        index = EventIndex.EMPTY;
        chart = null;
        selected = -1;
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
                    types = fullestFirst(listed.types());
                    if (types.isEmpty()) {
                        publish();
                    } else {
                        choose(types.getFirst());
                    }
                });
    }

    private static List<RawType> fullestFirst(List<RawType> types) {
        return types.stream()
                .sorted(Comparator.comparingLong(RawType::events).reversed())
                .toList();
    }

    /// Shows the events of another type.
    void choose(RawType other) {
        boolean there = rows != null || live || done >= 0;
        if (there && type != null && other.name().equals(type.name())) {
            return;
        }
        type = other;
        dropRows();
        wanted = new EventIndex.Wanted("", -1, false, wanted.range());
        chartField = FieldChart.choice(other.fields(), chartField);
        done = 0;
        failure = "";
        if (live) {
            looks.part();
            follow(false, false);
            return;
        }
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
        EventQuestion asked = asked();
        publish();
        sorting.ask(cancelled -> asked.answer(table, cancelled), answer -> {
            // A newer look has an order of its own.
            if (Identity.same(table, rows)) {
                index = answer.index();
                chart = answer.chart();
                publish();
            }
        });
    }

    private EventQuestion asked() {
        return new EventQuestion(wanted, chartField, start, end, steps);
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
