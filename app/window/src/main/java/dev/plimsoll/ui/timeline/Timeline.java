package dev.plimsoll.ui.timeline;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Tokens;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.scene.input.KeyEvent;

/// The strip as the window uses it: state, nodes, pointer and keys in one. FX thread only.
public final class Timeline {

    private final TimelinePresenter presenter;
    private final TimelineView view;

    /// @param onRange called when the range changed
    /// @param onSeek takes the time that the play head is dragged to
    /// @param goTo where a click on a mark leads
    public Timeline(Tokens tokens, Runnable onRange, Consumer<Target> goTo, LongConsumer onSeek) {
        presenter = new TimelinePresenter(onRange);
        view = new TimelineView(tokens, presenter.state());
        new TimelinePointer(view, presenter, this::refresh, goTo, onSeek);
    }

    /// Lanes that were pinned or hidden come back, and are remembered from now on.
    public void remember(Memory memory) {
        presenter.lanes(LaneChoice.in(memory));
        refresh();
        new LaneMenu(view, choice -> {
            choice.remember(memory);
            presenter.lanes(choice);
            refresh();
        });
    }

    public TimelineView view() {
        return view;
    }

    public void reset() {
        presenter.reset();
        refresh();
    }

    public void show(Snapshot snapshot) {
        presenter.show(snapshot.timeline(), snapshot.findings(), snapshot.phase() instanceof Phase.Live);
        refresh();
    }

    /// A moment of a film.
    public void show(Snapshot snapshot, Playback film, long position) {
        presenter.show(film.timeline(), position, film.sightings(), snapshot.findings());
        refresh();
    }

    public Optional<TimeRange> range() {
        return presenter.range();
    }

    public void setRange(long from, long to) {
        presenter.setRange(from, to);
        refresh();
    }

    public void clearRange() {
        presenter.clearRange();
        refresh();
    }

    /// Length of the visible part of time.
    public long visibleNanos() {
        TimelineViewState state = presenter.state();
        return state.to() - state.from();
    }

    public boolean following() {
        return presenter.following();
    }

    /// Whether times on the axis count from the beginning; else they are the clock's.
    public void sinceStart(boolean since) {
        presenter.sinceStart(since);
        refresh();
    }

    public void follow() {
        presenter.follow();
        refresh();
    }

    /// @return whether the key was one of the strip's
    public boolean accept(KeyEvent event) {
        boolean used = TimelineKeys.accept(event, presenter);
        if (used) {
            refresh();
        }
        return used;
    }

    private void refresh() {
        view.show(presenter.state());
    }
}
