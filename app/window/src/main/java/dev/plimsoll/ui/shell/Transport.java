package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Session;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The film of the session that is open, when it has one: what a person asks of it, and its state for bar and strip.
/// FX thread.
final class Transport {

    private final FrameDoor.Latest<Playback.State> latest;
    private final Supplier<Optional<TimeRange>> range;
    private @Nullable Playback playback;
    private Session.@Nullable Subscription subscription;

    /// @param onState takes each new state, at most one a frame
    /// @param range set on the timeline: what a loop plays
    Transport(FrameDoor door, Consumer<Playback.State> onState, Supplier<Optional<TimeRange>> range) {
        this.latest = door.latest(onState);
        this.range = range;
    }

    Optional<Playback> playback() {
        return Optional.ofNullable(playback);
    }

    /// The film is there once the recording was read.
    void of(Session session) {
        if (playback == null) {
            session.playback().ifPresent(found -> {
                playback = found;
                subscription = found.onState(latest::poke);
            });
        }
    }

    void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        playback = null;
    }

    /// @return false when there is no film
    boolean playOrPause() {
        playback().ifPresent(film -> {
            if (film.state().playing()) {
                film.pause();
            } else {
                film.play();
            }
        });
        return playback != null;
    }

    boolean step(Playback.Stop stop, boolean forward) {
        playback().ifPresent(film -> film.step(stop, forward));
        return playback != null;
    }

    boolean faster(int steps) {
        playback().ifPresent(film -> {
            List<Double> speeds = TransportBar.SPEEDS;
            int at = 0;
            while (at < speeds.size() - 1 && speeds.get(at) < film.state().speed()) {
                at++;
            }
            film.speed(speeds.get(Math.clamp(at + steps, 0, speeds.size() - 1)));
        });
        return playback != null;
    }

    void speed(double times) {
        playback().ifPresent(film -> film.speed(times));
    }

    void seek(long time) {
        playback().ifPresent(film -> film.seek(time));
    }

    /// The range, or all of it when none is set.
    void loop(boolean on) {
        playback().ifPresent(film -> {
            TimeRange set = range.get().orElse(new TimeRange(film.start(), film.end()));
            film.loop(on && set.length() > 0 ? new Playback.Range(set.from(), set.to()) : null);
        });
    }
}
