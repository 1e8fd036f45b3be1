package dev.plimsoll.ui.event;

import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.session.EventFeed;
import dev.plimsoll.ui.kit.Newest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Looks at the events of the live target that is open, about once for each second that it records. All methods run on
/// the presenter's thread; the events are read on another one.
final class LiveLooks {

    /// Recorded time between two looks, in nanoseconds.
    private static final long BETWEEN_LOOKS = 1_000_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    /// What a look came to.
    ///
    /// @param look null when it failed
    /// @param answer null while there is no event of the wanted type
    /// @param failure why it failed, or the empty string
    record Seen(EventFeed.@Nullable Look look, EventQuestion.@Nullable Answer answer, String failure) {}

    private final Newest reading;
    private final Executor background;
    private final Function<String, Optional<EventFeed>> feeds;
    private @Nullable EventFeed feed;
    private long looked = NEVER;

    /// The answer of the last look. Only where looks are taken.
    private EventQuestion.@Nullable Answered last;

    /// @param reading asks for the looks, and for nothing else while a target is open
    /// @param background where `reading` works; one task at a time, in order
    /// @param feeds the events of a type of the live target that is open
    LiveLooks(Newest reading, Executor background, Function<String, Optional<EventFeed>> feeds) {
        this.reading = reading;
        this.background = background;
        this.feeds = feeds;
    }

    boolean open() {
        return feed != null;
    }

    /// @param type name of the wanted type, or the empty string for none
    void open(String type) {
        if (feed == null) {
            feed = feeds.apply(type).orElse(null);
            looked = NEVER;
        }
    }

    /// Whether it is time for another look: a second was recorded since the last one, or less and no more will come.
    ///
    /// @param end of the recorded time, nanoseconds since the epoch
    /// @param goesOn whether more may be recorded
    boolean due(long end, boolean goesOn) {
        return feed != null && (looked == NEVER || (!reading.busy() && end >= looked + (goesOn ? BETWEEN_LOOKS : 1)));
    }

    /// @param end of the recorded time, nanoseconds since the epoch
    /// @param progress makes of a look's cancelling what hears how far it is
    void look(
            long end, EventQuestion asked, Function<BooleanSupplier, DoublePredicate> progress, Consumer<Seen> onSeen) {
        EventFeed open = feed;
        if (open == null) {
            return;
        }
        looked = end;
        reading.ask(
                cancelled -> {
                    try {
                        EventFeed.Look look = open.look(progress.apply(cancelled));
                        RawRows table = look.rows();
                        return new Seen(look, table == null ? null : answer(asked, table, cancelled), "");
                    } catch (IOException e) {
                        return new Seen(null, null, String.valueOf(e.getMessage()));
                    }
                },
                onSeen);
    }

    private EventQuestion.Answer answer(EventQuestion asked, RawRows table, BooleanSupplier cancelled) {
        EventQuestion.Answer answer = asked.answer(table, last, cancelled);
        last = new EventQuestion.Answered(asked, table, answer);
        return answer;
    }

    /// Lets go of the target, after the look that is under way.
    void part() {
        EventFeed open = feed;
        feed = null;
        if (open != null) {
            reading.cancel();
            background.execute(() -> {
                last = null;
                try {
                    open.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
