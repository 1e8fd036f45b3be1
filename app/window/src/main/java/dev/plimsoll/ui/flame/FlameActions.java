package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.StackFilter;
import dev.plimsoll.ui.PageContext;
import java.util.List;
import java.util.stream.Collectors;

/// What can be done with a frame, whether by key, menu or click.
final class FlameActions {

    private final FlamePresenter presenter;
    private final PageContext context;

    FlameActions(FlamePresenter presenter, PageContext context) {
        this.presenter = presenter;
        this.context = context;
    }

    void zoom(List<Frame> path) {
        presenter.zoomTo(path);
    }

    /// Stacks begin at this method.
    void focus(List<Frame> path) {
        filter(StackFilter.Kind.FOCUS, path);
    }

    /// Stacks with this method go.
    void remove(List<Frame> path) {
        filter(StackFilter.Kind.REMOVE, path);
    }

    /// The method goes, its callers keep its value.
    void merge(List<Frame> path) {
        filter(StackFilter.Kind.MERGE, path);
    }

    /// Frames of its package and of those below it go, their callers keep the value.
    void collapseLibrary(List<Frame> path) {
        if (!path.isEmpty() && !path.getLast().packageName().isEmpty()) {
            presenter.filter(StackFilter.packageOf(StackFilter.Kind.MERGE, path.getLast()));
        }
    }

    /// Between its callers and what it calls.
    void sandwich(List<Frame> path) {
        if (!path.isEmpty()) {
            presenter.sandwich(path.getLast());
        }
    }

    void collapseRecursion() {
        presenter.shape(shape -> shape.collapsingRecursion(!shape.collapseRecursion()));
    }

    void openSource(List<Frame> path) {
        if (!path.isEmpty()) {
            context.openSource(path.getLast());
        }
    }

    void copyFrame(List<Frame> path) {
        if (!path.isEmpty()) {
            context.copy(path.getLast().label());
        }
    }

    /// Innermost first, a line each, as a JVM prints them.
    void copyStack(List<Frame> path) {
        if (!path.isEmpty()) {
            context.copy(path.reversed().stream().map(Frame::label).collect(Collectors.joining("\n")));
        }
    }

    private void filter(StackFilter.Kind kind, List<Frame> path) {
        if (!path.isEmpty()) {
            presenter.filter(StackFilter.method(kind, path.getLast()));
        }
    }
}
