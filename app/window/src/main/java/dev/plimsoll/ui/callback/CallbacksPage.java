package dev.plimsoll.ui.callback;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The callbacks: what native code can call, who registered it, and whether anybody will take it back.
public final class CallbacksPage implements Page {

    private final StackPane place = new StackPane();
    private @Nullable CallbacksView view;

    @Override
    public String id() {
        return "callbacks";
    }

    @Override
    public String title() {
        return Words.say("callbacks.title");
    }

    @Override
    public Node view() {
        return place;
    }

    /// Live ones: exact.
    @Override
    public OptionalLong count(Snapshot snapshot) {
        return OptionalLong.of(snapshot.ledger().callbacksLive());
    }

    @Override
    public void show(Snapshot snapshot, PageContext context) {
        view(context).show(snapshot, context.range());
    }

    @Override
    public void left() {
        if (view != null) {
            view.presenter().left();
        }
    }

    @Override
    public boolean open(Target target, PageContext context) {
        CallbacksView opened = view(context);
        return switch (target) {
            case Target.CallbackHandle callback -> {
                opened.revealDrawer();
                yield opened.presenter().find(callback.handle());
            }
            case Target.ToPage ignored -> true;
            default -> false;
        };
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
                KeyHint.of(Words.say("allocations.key.filter"), "Ctrl", "F"),
                KeyHint.of(Words.say("flame.key.details"), "Q"));
    }

    @Override
    public boolean settled() {
        return view == null || view.presenter().settled();
    }

    private CallbacksView view(PageContext context) {
        CallbacksView known = view;
        if (known == null) {
            known = new CallbacksView(context);
            view = known;
            place.getChildren().setAll(known.node());
        }
        return known;
    }
}
