package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.TimeScale;
import dev.plimsoll.ui.kit.Words;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the pointer does on the strip: drag makes a range or moves one of its edges, Shift and drag pans, Ctrl and
/// wheel
/// zooms at the pointer, a double click fits, a click on a mark or a pin leads there.
final class TimelinePointer {

    private static final double GRIP = 6;
    private static final double CLICK = 4;
    private static final double STEP = 0.8;

    private enum Doing {
        NOTHING,
        RANGE,
        SCRUB,
        PAN
    }

    private final TimelineView view;
    private final TimelinePresenter presenter;
    private final Runnable changed;
    private final Consumer<Target> goTo;
    private final LongConsumer onSeek;
    private Doing doing = Doing.NOTHING;
    private double pressedX;
    private double lastX;
    private long anchor;
    private boolean moved;

    TimelinePointer(
            TimelineView view,
            TimelinePresenter presenter,
            Runnable changed,
            Consumer<Target> goTo,
            LongConsumer onSeek) {
        this.onSeek = onSeek;
        this.view = view;
        this.presenter = presenter;
        this.changed = changed;
        this.goTo = goTo;
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(OptionalLong.empty()));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private double x(double sceneX) {
        return sceneX - view.gutter();
    }

    private void move(MouseEvent event) {
        double x = x(event.getX());
        TimeScale scale = view.scale();
        boolean inside = x >= 0 && x <= scale.width();
        hover(inside ? OptionalLong.of(scale.time(x)) : OptionalLong.empty());
        boolean grip = edgeAt(x).isPresent() || onPlayhead(x, event.getY());
        view.setCursor(grip ? Cursor.H_RESIZE : Cursor.DEFAULT);
        view.hint(hint(x, event.getY()));
    }

    private void hover(OptionalLong time) {
        presenter.hover(time);
        changed.run();
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressedX = x(event.getX());
        lastX = pressedX;
        moved = false;
        if (event.getButton() != MouseButton.PRIMARY || pressedX < 0) {
            doing = Doing.NOTHING;
            return;
        }
        doing = onPlayhead(pressedX, event.getY()) ? Doing.SCRUB : event.isShiftDown() ? Doing.PAN : Doing.RANGE;
        anchor = edgeAt(pressedX).orElse(view.scale().time(pressedX));
        event.consume();
    }

    private void drag(MouseEvent event) {
        double x = x(event.getX());
        moved |= Math.abs(x - pressedX) >= CLICK;
        TimeScale scale = view.scale();
        if (!moved || doing == Doing.NOTHING) {
            return;
        }
        if (doing == Doing.SCRUB) {
            onSeek.accept(scale.time(Math.clamp(x, 0, scale.width())));
        } else if (doing == Doing.PAN) {
            presenter.pan((lastX - x) / scale.width());
        } else {
            presenter.hover(OptionalLong.empty());
            presenter.setRange(anchor, scale.time(Math.clamp(x, 0, scale.width())));
        }
        lastX = x;
        changed.run();
        event.consume();
    }

    private void release(MouseEvent event) {
        doing = Doing.NOTHING;
        event.consume();
    }

    private void click(MouseEvent event) {
        if (moved || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            presenter.fit();
            changed.run();
        } else {
            markAt(x(event.getX()), event.getY());
        }
        event.consume();
    }

    private void markAt(double x, double y) {
        TimelineViewState state = view.state();
        TimeScale scale = view.scale();
        if (y <= StripLayout.AXIS_BOTTOM) {
            state.alerts().stream()
                    .filter(alert -> alert.index() >= 0 && Math.abs(scale.x(alert.time()) - x) <= GRIP)
                    .findFirst()
                    .ifPresent(alert -> goTo.accept(new Target.FindingAt(alert.index())));
        } else if (view.strip().at(y) == Lane.GC) {
            state.timeline().cycles().stream()
                    .filter(cycle -> x >= scale.x(cycle.start()) - CLICK
                            && x <= Math.max(scale.x(cycle.end()), scale.x(cycle.start()) + 2) + CLICK)
                    .findFirst()
                    .ifPresent(cycle -> goTo.accept(new Target.Cycle(cycle.gcId())));
        }
    }

    /// The flag of the play head, or its line below the axis.
    private boolean onPlayhead(double x, double y) {
        var head = view.state().playhead();
        return head.isPresent()
                && Math.abs(view.scale().x(head.getAsLong()) - x)
                        <= (y <= StripLayout.AXIS_BOTTOM ? GRIP + 3 : GRIP / 2);
    }

    /// What a pin or a GC mark under the pointer says, or the empty string.
    private String hint(double x, double y) {
        TimelineViewState state = view.state();
        TimeScale scale = view.scale();
        if (y <= StripLayout.AXIS_BOTTOM) {
            return state.alerts().stream()
                    .filter(alert -> Math.abs(scale.x(alert.time()) - x) <= GRIP)
                    .findFirst()
                    .map(Alert::sentence)
                    .orElse("");
        }
        if (view.strip().at(y) != Lane.GC) {
            return "";
        }
        return state.timeline().cycles().stream()
                .filter(cycle -> x >= scale.x(cycle.start()) - CLICK
                        && x <= Math.max(scale.x(cycle.end()), scale.x(cycle.start()) + 2) + CLICK)
                .map(cycle -> Words.say(
                        cycle.young() ? "timeline.gcYoung" : "timeline.gcFull",
                        cycle.gcId(),
                        cycle.cause(),
                        Words.millis(cycle.sumOfPauses()),
                        Words.bytes(cycle.ownerDiedBytes())))
                .collect(Collectors.joining("\n"));
    }

    private void scroll(ScrollEvent event) {
        double x = x(event.getX());
        if (x < 0 || (event.getDeltaY() == 0 && event.getDeltaX() == 0)) {
            return;
        }
        if (event.isControlDown() || event.isMetaDown()) {
            presenter.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, view.scale().time(x));
        } else {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            presenter.pan(-delta / view.scale().width());
        }
        changed.run();
        event.consume();
    }

    /// The other edge of the range when the pointer is on one: the end that stays while this one is dragged.
    private OptionalLong edgeAt(double x) {
        var range = view.state().range();
        if (range.isEmpty()) {
            return OptionalLong.empty();
        }
        TimeScale scale = view.scale();
        if (Math.abs(scale.x(range.get().from()) - x) <= GRIP) {
            return OptionalLong.of(range.get().to());
        }
        if (Math.abs(scale.x(range.get().to()) - x) <= GRIP) {
            return OptionalLong.of(range.get().from());
        }
        return OptionalLong.empty();
    }
}
