package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.flame.Metric;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The flame graph: where native memory and callbacks come from, by stack, and where stacks cross the border.
public final class FlamePage implements Page {

    private final StackPane place = new StackPane();
    private @Nullable FlameView view;
    private @Nullable Snapshot latest;

    @Override
    public String id() {
        return "flame";
    }

    @Override
    public String title() {
        return Words.say("flame.title");
    }

    @Override
    public Node view() {
        return place;
    }

    @Override
    public void show(Snapshot snapshot, PageContext context) {
        latest = snapshot;
        view(context).show(snapshot, context.range(), context.playback());
    }

    @Override
    public void left() {
        latest = null;
        if (view != null) {
            view.left();
        }
    }

    @Override
    public boolean open(Target target, PageContext context) {
        FlameView opened = view(context);
        return switch (target) {
            case Target.Flame(SiteKey key) -> select(opened, key);
            case Target.DiedIn(long gcId) -> {
                opened.presenter().diedIn(gcId);
                yield true;
            }
            case Target.SinceNow ignored -> {
                opened.presenter().mark();
                yield true;
            }
            case Target.AllocatedIn ignored -> {
                opened.presenter().metric(Metric.ALLOCATIONS);
                yield true;
            }
            case Target.LeftBy(TimeRange ignored, SiteKey site) -> site != null && select(opened, site);
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
                KeyHint.of(Words.say("flame.key.search"), "Ctrl", "F"),
                KeyHint.of(Words.say("flame.key.out"), "0"),
                KeyHint.of(Words.say("flame.key.flip"), "I"),
                KeyHint.of(Words.say("flame.key.tree"), "T"),
                KeyHint.of(Words.say("flame.key.details"), "Q"));
    }

    @Override
    public boolean settled() {
        return view == null || view.settled();
    }

    private FlameView view(PageContext context) {
        FlameView known = view;
        if (known == null) {
            known = new FlameView(context);
            view = known;
            place.getChildren().setAll(known.node());
        }
        return known;
    }

    /// The widths as they are unless they cannot show the site: callbacks and bytes are two graphs.
    private static void metricFor(FlameView opened, Snapshot snapshot, SiteKey key) {
        boolean blocks = snapshot.ledger().stacks().stream()
                .anyMatch(totals -> totals.key().equals(key));
        boolean counted = opened.presenter().state().question().metric() == Metric.CALLBACKS;
        if (blocks == counted) {
            opened.presenter().metric(blocks ? Metric.LIVE_BYTES : Metric.CALLBACKS);
        }
    }

    /// Selects the line of a site on its commonest stack.
    private boolean select(FlameView opened, SiteKey key) {
        Snapshot snapshot = latest;
        if (snapshot == null) {
            return false;
        }
        metricFor(opened, snapshot, key);
        var stack = snapshot.stacks().get(key.stack());
        List<Frame> outermostFirst = stack.frames().reversed();
        int site = outermostFirst.lastIndexOf(stack.site());
        opened.presenter().selectLine(outermostFirst.subList(0, site + 1));
        opened.revealDrawer();
        return true;
    }
}
