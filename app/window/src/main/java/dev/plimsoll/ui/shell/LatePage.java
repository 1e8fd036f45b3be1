package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A page whose nodes take long to make: they are made when it is first needed, so that a window that opens with the
/// attach picker need not wait for them.
final class LatePage implements Page {

    private final String id;
    private final String title;
    private final Supplier<Page> maker;
    private @Nullable Page page;

    /// @param maker of a page of this id and title
    LatePage(String id, String title, Supplier<Page> maker) {
        this.id = id;
        this.title = title;
        this.maker = maker;
    }

    Page page() {
        if (page == null) {
            page = maker.get();
        }
        return page;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node view() {
        return page().view();
    }

    @Override
    public void show(Snapshot snapshot, PageContext context) {
        page().show(snapshot, context);
    }

    @Override
    public void left() {
        if (page != null) {
            page.left();
        }
    }

    @Override
    public OptionalLong count(Snapshot snapshot) {
        return page().count(snapshot);
    }

    @Override
    public boolean countWarns() {
        return page().countWarns();
    }

    @Override
    public boolean open(Target target, PageContext context) {
        return page().open(target, context);
    }

    @Override
    public boolean accept(KeyEvent event) {
        return page().accept(event);
    }

    @Override
    public List<KeyHint> keys() {
        return page().keys();
    }

    @Override
    public Optional<Node> strip() {
        return page == null ? Optional.empty() : page.strip();
    }

    @Override
    public Optional<Runnable> details() {
        return page == null ? Optional.empty() : page.details();
    }

    @Override
    public boolean settled() {
        return page == null || page.settled();
    }
}
