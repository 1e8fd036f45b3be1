package dev.plimsoll.ui.compare;

import dev.plimsoll.comparison.Scaling;
import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.FlameRows;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Search;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// State of the comparison, without nodes. All methods run on one thread, which is the FX thread in the window. A
/// live B is taken once and held, since a comparison is read and not watched.
final class ComparePresenter {

    private static final double UNKNOWN_WIDTH = 1000;

    private final Newest work;
    private final Consumer<CompareViewState> onState;

    private Slot a = Slot.EMPTY;
    private Slot b = Slot.EMPTY;
    private @Nullable Snapshot window;
    private boolean windowIsB = true;
    private boolean marks;
    private @Nullable Answer answer;
    private Question question = Question.FIRST;
    private Search search = Search.NONE;
    private List<Frame> place = List.of();
    private @Nullable List<Frame> selected;
    private @Nullable SiteRow row;
    private double width = UNKNOWN_WIDTH;
    private boolean working;

    /// @param onState takes each new state, at once
    ComparePresenter(Executor background, Executor home, Consumer<CompareViewState> onState) {
        this.work = new Newest(background, home);
        this.onState = onState;
    }

    /// What the window has open: it is B until something else is put there.
    ///
    /// @param range whether a range is set in a recording that one can go back in
    void window(Snapshot snapshot, boolean range) {
        if (marks != range) {
            marks = range;
            publish();
        }
        Snapshot before = window;
        window = snapshot;
        if (before != null
                && !before.subject().source().equals(snapshot.subject().source())) {
            windowIsB = true;
        }
        if (!windowIsB) {
            return;
        }
        boolean held = b.snapshot() != null
                && before != null
                && before.subject().name().equals(snapshot.subject().name())
                && snapshot.phase() instanceof Phase.Live;
        if (held) {
            publish();
        } else if (before == null || !Identity.same(before.ledger(), snapshot.ledger()) || phased(before, snapshot)) {
            b(Slot.of(snapshot));
        }
    }

    private static boolean phased(Snapshot before, Snapshot after) {
        return !before.phase().getClass().equals(after.phase().getClass());
    }

    /// Takes the newest of what the window has open.
    void refresh() {
        if (window != null && windowIsB) {
            b(Slot.of(window));
        }
    }

    void a(Slot slot) {
        a = slot;
        forget();
        ask();
    }

    /// Puts another recording in the place of the window's.
    void otherB(Slot slot) {
        windowIsB = false;
        b(slot);
    }

    /// What is being read for a place is not wanted: A is empty again, B what the window has open.
    void giveUp(boolean first) {
        if (first) {
            a(Slot.EMPTY);
        } else {
            windowIsB = true;
            b(window == null ? Slot.EMPTY : Slot.of(window));
        }
    }

    /// Whether a comparison is being made.
    boolean working() {
        return working;
    }

    /// Keeps the comparison that is on the screen.
    void stopWorking() {
        Answer shown = answer;
        work.cancel();
        working = false;
        if (shown != null) {
            question = shown.asked().question();
            place = shown.asked().place();
        }
        publish();
    }

    private void b(Slot slot) {
        boolean another = !b.name().equals(slot.name());
        b = slot;
        if (another) {
            forget();
        }
        row = null;
        ask();
    }

    private void forget() {
        row = null;
        selected = null;
        place = List.of();
    }

    void width(double pixels) {
        if (pixels > 0 && pixels != width) {
            width = pixels;
            ask();
        }
    }

    void metric(Metric metric) {
        row = null;
        change(question.with(metric));
    }

    void scaling(Scaling scaling) {
        change(question.with(scaling));
    }

    /// B less A becomes A less B.
    void flipped(boolean flipped) {
        if (question.flipped() != flipped) {
            row = null;
            change(question.flip());
        }
    }

    void search(String text, boolean regex) {
        search = Search.of(text, regex);
        ask();
    }

    void select(@Nullable List<Frame> path) {
        selected = path;
        publish();
    }

    void zoomTo(List<Frame> path) {
        place = path;
        selected = path.isEmpty() ? null : path;
        ask();
    }

    void zoomOut() {
        if (!place.isEmpty()) {
            place = place.subList(0, place.size() - 1);
            ask();
        }
    }

    /// A line of the table; its method is selected in the graph where it is drawn.
    void row(@Nullable SiteRow chosen) {
        row = chosen;
        Answer shown = answer;
        if (chosen != null && shown != null) {
            selected = shown.layout().boxes().stream()
                    .filter(box -> box.frame() != null
                            && box.merged() == 0
                            && chosen.isIn(box.path().getLast()))
                    .max(java.util.Comparator.comparingDouble(FlameBox::width))
                    .map(FlameBox::path)
                    .orElse(null);
        }
        publish();
    }

    /// One step back: the search first, then the zoom, then the selection.
    ///
    /// @return false when there was nothing to take back
    boolean escape() {
        if (!search.text().isEmpty()) {
            search("", search.regex());
        } else if (!place.isEmpty()) {
            zoomOut();
        } else if (selected != null || row != null) {
            row = null;
            select(null);
        } else {
            return false;
        }
        return true;
    }

    /// Which way the selection moves.
    enum Step {
        TO_PARENT,
        TO_CHILD,
        LEFT,
        RIGHT
    }

    void move(Step step) {
        FlameRows rows = answer == null ? FlameRows.EMPTY : answer.boxes();
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

    /// Whether B is what the window has open.
    boolean windowIsB() {
        return windowIsB;
    }

    boolean settled() {
        return !work.busy() && !a.reading() && !b.reading();
    }

    CompareViewState state() {
        Snapshot taken = b.snapshot();
        boolean newer = windowIsB
                && window != null
                && taken != null
                && !Identity.same(window.ledger(), taken.ledger())
                && window.phase() instanceof Phase.Live;
        return new CompareViewState(a, b, answer, question, place, selected, row, search, newer, marks);
    }

    private void change(Question other) {
        if (!other.equals(question)) {
            question = other;
            ask();
        }
    }

    private void ask() {
        Snapshot first = a.snapshot();
        Snapshot second = b.snapshot();
        if (first == null || second == null) {
            work.cancel();
            working = false;
            answer = null;
            publish();
            return;
        }
        var asked = new Answer.Asked(first, second, question, place, 1 / width, search);
        Answer before = answer;
        working = true;
        publish();
        work.ask(cancelled -> Answer.to(asked, before, cancelled), made -> {
            answer = made;
            working = false;
            publish();
        });
    }

    private void publish() {
        onState.accept(state());
    }
}
