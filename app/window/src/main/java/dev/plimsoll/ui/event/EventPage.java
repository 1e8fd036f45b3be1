package dev.plimsoll.ui.event;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Every event of the recording or of the live target, whatever its type.
public final class EventPage implements Page {

    private final StackPane place = new StackPane();

    private static final long IDLE_SECONDS = 10;

    /// A thread of its own, for a large file must not keep the other pages waiting; it ends when nothing more is asked.
    private final Executor reader;

    private @Nullable EventView view;

    public EventPage() {
        this(reader());
    }

    /// @param reader runs what reads, one task at a time
    EventPage(Executor reader) {
        this.reader = reader;
    }

    private static Executor reader() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("events").factory());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    @Override
    public String id() {
        return "events";
    }

    @Override
    public String title() {
        return Words.say("events.title");
    }

    @Override
    public Node view() {
        return place;
    }

    @Override
    public void show(Snapshot snapshot, PageContext context) {
        EventView known = view;
        if (known == null) {
            known = new EventView(context, reader);
            view = known;
            place.getChildren().setAll(known.node());
        }
        known.presenter().show(snapshot, context.range());
    }

    @Override
    public void left() {
        if (view != null) {
            view.presenter().leave();
        }
    }

    @Override
    public boolean accept(KeyEvent event) {
        return view != null && view.accept(event);
    }

    @Override
    public Optional<Runnable> details() {
        return Optional.of(() -> Optional.ofNullable(view).ifPresent(shown -> shown.toggleDrawer()));
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of(Words.say("events.key.filter"), "Ctrl", "F"),
                KeyHint.of(Words.say("flame.key.details"), "Q"));
    }

    @Override
    public boolean settled() {
        return view == null || view.presenter().settled();
    }
}
