package dev.plimsoll.ui.gc;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.gc.GcViewState.Origin;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The GC page.
public final class GcPage implements Page {

    private final GcPresenter presenter = new GcPresenter();
    private final GcView view;
    private @Nullable PageContext context;
    private @Nullable Snapshot shown;
    private boolean drawing;

    public GcPage(Tokens tokens) {
        view = new GcView(
                tokens,
                this::select,
                this::closeDrawer,
                this::step,
                this::openFlame,
                this::openOrigin,
                this::openSource);
        view.table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (is != null && !drawing) {
                select(is.gcId());
            }
        });
    }

    @Override
    public String id() {
        return "gc";
    }

    @Override
    public String title() {
        return Words.say("gc.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public OptionalLong count(Snapshot snapshot) {
        int cycles = snapshot.timeline().cycles().size();
        return cycles == 0 ? OptionalLong.empty() : OptionalLong.of(cycles);
    }

    @Override
    public void left() {
        shown = shown == null ? null : shown.withoutBlocks();
    }

    @Override
    public void show(Snapshot snapshot, PageContext pageContext) {
        if (context == null) {
            KeptColumns.in(view.table, pageContext.memory());
            CopiedRows.in(view.table, pageContext::copy);
            view.remember(pageContext.memory());
        }
        boolean due = presenter.due(snapshot, pageContext.range());
        context = pageContext;
        shown = snapshot;
        if (due) {
            draw();
        }
    }

    @Override
    public boolean open(Target target, PageContext pageContext) {
        if (target instanceof Target.Cycle cycle) {
            select(cycle.gcId());
            return true;
        }
        return false;
    }

    @Override
    public boolean accept(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        if (event.getCode() == KeyCode.COMMA || event.getCode() == KeyCode.PERIOD) {
            step(event.getCode() == KeyCode.COMMA ? -1 : 1);
            return true;
        }
        if (event.getCode() == KeyCode.Q) {
            toggleDrawer();
            return true;
        }
        return false;
    }

    @Override
    public Optional<Runnable> details() {
        return shown == null || shown.timeline().cycles().isEmpty()
                ? Optional.empty()
                : Optional.of(this::toggleDrawer);
    }

    private void toggleDrawer() {
        if (view.drawerShown()) {
            closeDrawer();
        } else if (shown != null && context != null) {
            presenter.openAgain(presenter.state(shown, context.range()).cycles());
            draw();
        }
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(KeyHint.of(Words.say("gc.keys"), ",", "."), KeyHint.of(Words.say("gc.keyDetails"), "Q"));
    }

    private void draw() {
        if (shown == null || context == null) {
            return;
        }
        drawing = true;
        view.show(
                presenter.state(shown, context.range()),
                !shown.timeline().cycles().isEmpty());
        drawing = false;
    }

    private void select(long gcId) {
        presenter.select(gcId);
        draw();
    }

    private void closeDrawer() {
        presenter.close();
        draw();
    }

    private void step(int by) {
        if (shown != null && context != null) {
            List<Cycle> cycles = presenter.state(shown, context.range()).cycles();
            presenter.step(by, cycles);
            draw();
        }
    }

    private void openFlame() {
        if (shown != null && context != null) {
            Optional<Cycle> open = presenter.state(shown, context.range()).selected();
            open.ifPresent(cycle -> goTo(new Target.DiedIn(cycle.gcId())));
        }
    }

    private void openSource(Frame frame) {
        if (context != null) {
            context.openSource(frame);
        }
    }

    private void openOrigin(Origin origin) {
        goTo(new Target.Site(new SiteKey(origin.binding(), origin.stack())));
    }

    private void goTo(Target target) {
        if (context != null) {
            context.goTo(target);
        }
    }
}
