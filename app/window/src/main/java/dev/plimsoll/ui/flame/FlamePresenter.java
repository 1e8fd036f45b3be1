package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.flame.TreeShape;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Search;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// State of the flame graph page, without nodes. A zoom is answered at once, from the tree that is there; other acts as
/// soon as the background can; new data at most
/// twice a second, and not while the pointer rests on the graph. All methods run on one thread, which is the FX thread
/// in the window.
final class FlamePresenter {

    private static final double UNKNOWN_WIDTH = 1000;

    private final Newest work;
    private final Pace pace;
    private final Consumer<FlameViewState> onState;
    private final Foldings foldings = new Foldings();
    private final ZoomHistory zoom = new ZoomHistory();

    private @Nullable Snapshot newest;
    private @Nullable Snapshot shown;
    private Answer answer = Answer.NONE;
    private Question question = Question.FIRST;
    private Search search = Search.NONE;
    private @Nullable List<Frame> selected;
    private double width = UNKNOWN_WIDTH;
    private boolean rootOnTop = true;
    private Twin twin = Twin.GRAPH;
    private @Nullable Frame method;
    private @Nullable SandwichAnswer sandwich;
    private ColourBy colour = ColourBy.SIDE;
    private boolean resting;
    private boolean chosen;
    private boolean gaveUp;

    /// @param pace of new data
    /// @param onState takes each new state, at once
    FlamePresenter(Executor background, Executor home, Pace pace, Consumer<FlameViewState> onState) {
        this.work = new Newest(background, home);
        this.pace = pace;
        this.onState = onState;
    }

    /// New data or a new range.
    void show(Snapshot snapshot, Optional<TimeRange> range) {
        show(snapshot, range, Optional.empty());
    }

    /// @param film tells what happened in the range, where the session has one
    void show(Snapshot snapshot, Optional<TimeRange> range, Optional<Playback> film) {
        boolean first = newest == null;
        newest = snapshot;
        if (!range.equals(question.range()) || !film.equals(question.film())) {
            question = question.with(range).of(film);
            first = true;
        }
        if (first) {
            shown = snapshot;
            pace.now(this::ask);
        } else if (changed()) {
            if (resting || gaveUp) {
                publish();
            } else {
                pace.request(this::takeNewest);
            }
        }
    }

    /// The page is no longer seen: the picture stays, the data go.
    void left() {
        work.cancel();
        newest = null;
        shown = null;
        sandwich = null;
        answer = answer.withoutData();
        publish();
    }

    /// Stops what is being made. New data does not start it again, only a person's act does.
    void giveUp() {
        work.cancel();
        gaveUp = true;
        publish();
    }

    /// Makes after all what was given up, of the newest data.
    void again() {
        shown = newest;
        ask();
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /// How many stacks are folded into the graph.
    int stacks() {
        return shown == null ? 0 : shown.ledger().stacks().size();
    }

    /// The pointer came to the graph or left it.
    void rest(boolean onGraph) {
        if (resting != onGraph) {
            resting = onGraph;
            if (!onGraph && changed()) {
                pace.request(this::takeNewest);
            } else {
                publish();
            }
        }
    }

    /// Width of the canvas in logical pixels: decides which frames are too narrow to draw.
    void width(double pixels) {
        if (pixels > 0 && pixels != width) {
            width = pixels;
            ask();
        }
    }

    void metric(Metric metric) {
        change(question.with(metric));
    }

    /// Bytes whose owner died in one cycle.
    void diedIn(long gcId) {
        change(question.diedIn(gcId));
    }

    void shape(UnaryOperator<TreeShape> change) {
        change(question.with(change.apply(question.shape())));
    }

    /// Adds a filter; what it cuts away cannot stay zoomed or selected.
    void filter(StackFilter filter) {
        shape(shape -> shape.plus(filter));
    }

    void withoutFilter(StackFilter filter) {
        shape(shape -> shape.withFilters(
                shape.filters().stream().filter(other -> !other.equals(filter)).toList()));
    }

    void keepMatches() {
        if (search.active()) {
            filter(new StackFilter(StackFilter.Kind.KEEP, search.expression()));
        }
    }

    void search(String text, boolean regex) {
        forgetSuggestion();
        search = Search.of(text, regex);
        ask();
    }

    void nextMatch() {
        goToMatch(answer.search().next(selected));
    }

    void previousMatch() {
        goToMatch(answer.search().previous(selected));
    }

    void select(@Nullable List<Frame> path) {
        chosen = true;
        selected = path;
        publish();
    }

    /// Selects a line whose stack may have been cut, so that its path in the tree begins with a frame that stands for
    /// what is missing.
    void selectLine(List<Frame> path) {
        boolean drawn = answer.rows().find(path).isPresent();
        if (!drawn && !answer.tree().children().isEmpty()) {
            for (FlameBox box : answer.rows().row(path.size() + 1)) {
                if (box.path().subList(1, box.path().size()).equals(path)) {
                    select(box.path());
                    return;
                }
            }
        }
        select(path);
    }

    /// Selects a frame and gives it the whole width.
    void zoomTo(List<Frame> path) {
        chosen = true;
        selected = path.isEmpty() ? null : path;
        zoom.go(path);
        ask();
    }

    void zoomOut() {
        zoom.out();
        ask();
    }

    void reset() {
        zoom.go(List.of());
        ask();
    }

    void back() {
        zoom.back();
        ask();
    }

    void forward() {
        zoom.forward();
        ask();
    }

    /// One step back: the search first, then the zoom, then the selection.
    ///
    /// @return false when there was nothing to take back
    boolean escape() {
        if (!search.text().isEmpty()) {
            search("", search.regex());
        } else if (!zoom.place().isEmpty()) {
            zoomOut();
        } else if (chosen && selected != null) {
            select(null);
        } else {
            return false;
        }
        return true;
    }

    void flip() {
        rootOnTop = !rootOnTop;
        publish();
    }

    void twin(Twin other) {
        twin = other;
        if (other == Twin.SANDWICH) {
            List<Frame> path = selected;
            method = path == null || path.isEmpty() ? null : path.getLast();
            ask();
        } else if (other == Twin.TREE && search.active()) {
            ask();
        } else {
            publish();
        }
    }

    /// Puts a method into the middle of the sandwich.
    void sandwich(Frame between) {
        method = between;
        twin = Twin.SANDWICH;
        ask();
    }

    /// From now on only what is added; a second time everything again.
    void mark() {
        Snapshot now = newest;
        if (now != null) {
            shown = now;
            change(question.since(question.since().isPresent() ? Optional.empty() : Optional.of(new Baseline(now))));
        }
    }

    void colour(ColourBy other) {
        colour = other;
        ask();
    }

    /// Which way the selection moves; up and down as rows count, away from the root and towards it.
    enum Step {
        TO_PARENT,
        TO_CHILD,
        LEFT,
        RIGHT
    }

    void move(Step step) {
        forgetSuggestion();
        FlameRows rows = answer.rows();
        Optional<FlameBox> from = selected == null ? Optional.empty() : rows.find(selected);
        Optional<FlameBox> to = from.isEmpty()
                ? rows.at(0, 0)
                : from.flatMap(box -> switch (step) {
                    case TO_PARENT -> rows.parent(box);
                    case TO_CHILD -> rows.child(box);
                    case LEFT -> rows.beside(box, -1);
                    case RIGHT -> rows.beside(box, 1);
                });
        to.ifPresent(box -> select(box.path()));
    }

    /// What the tree on the screen was folded by. For the thread that folds.
    Foldings foldings() {
        return foldings;
    }

    boolean settled() {
        return !work.busy() && !pace.waiting();
    }

    FlameViewState state() {
        return new FlameViewState(
                answer,
                question,
                zoom.place(),
                selected,
                search,
                rootOnTop,
                twin,
                colour,
                zoom.canGoBack(),
                zoom.canGoForward(),
                resting && changed(),
                newest == null ? List.<Cycle>of() : newest.timeline().cycles().reversed(),
                twin == Twin.SANDWICH ? Optional.ofNullable(sandwich) : Optional.empty());
    }

    private void change(Question other) {
        if (!other.equals(question)) {
            question = other;
            ask();
        }
    }

    /// A person's first act begins at the root and not at the frame that was opened unasked.
    private void forgetSuggestion() {
        if (!chosen) {
            chosen = true;
            selected = null;
        }
    }

    private void goToMatch(@Nullable FlameBox match) {
        if (match != null) {
            select(match.path());
        }
    }

    private boolean changed() {
        return newest != null
                && shown != null
                && (!Identity.same(newest.ledger(), shown.ledger())
                        || !Identity.same(
                                newest.timeline().cycles(), shown.timeline().cycles()));
    }

    /// While an answer is on its way it is waited for: data that keeps coming would cancel every answer that takes
    /// longer than the pace.
    private void takeNewest() {
        if (work.busy()) {
            pace.request(this::takeNewest);
        } else if (!resting && !gaveUp) {
            shown = newest;
            ask();
        }
    }

    private void ask() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return;
        }
        var asked = new Answer.Asked(
                snapshot,
                colour.widths(question),
                zoom.place(),
                1 / width,
                search,
                colour == ColourBy.AGE,
                colour == ColourBy.DIFFERENCE ? question.between() : Optional.empty(),
                twin == Twin.TREE);
        Frame between = twin == Twin.SANDWICH ? method : null;
        if (between == null) {
            answer.placed(asked).ifPresent(placed -> answer = placed);
            if (answer.answers(asked)) {
                work.cancel();
                publish();
                return;
            }
        }
        gaveUp = false;
        Answer before = answer;
        work.ask(cancelled -> Made.of(asked, before, foldings, between, cancelled), made -> {
            pace.ended();
            answer = made.answer;
            sandwich = made.sandwich;
            if (!chosen && selected == null) {
                selected = answer.heaviestLine().orElse(null);
            }
            publish();
        });
        // Afterwards: what the drawer asks for then waits behind the graph, not before it.
        publish();
    }

    private record Made(Answer answer, @Nullable SandwichAnswer sandwich) {

        static Made of(
                Answer.Asked asked,
                Answer before,
                Foldings foldings,
                @Nullable Frame between,
                BooleanSupplier cancelled) {
            Answer answer = Answer.to(asked, before, foldings, cancelled);
            return new Made(answer, between == null ? null : SandwichAnswer.of(asked, between, cancelled));
        }
    }

    private void publish() {
        onState.accept(state());
    }
}
