package dev.plimsoll.ui.ledger;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The allocations: who holds native memory, line by line, block by block.
public final class AllocationsPage implements Page {

    private final StackPane place = new StackPane();
    private @Nullable AllocationsView view;

    @Override
    public String id() {
        return "allocations";
    }

    @Override
    public String title() {
        return Words.say("allocations.title");
    }

    @Override
    public Node view() {
        return place;
    }

    /// Distinct stacks that allocated: exact, and cheap to ask of each snapshot.
    @Override
    public OptionalLong count(Snapshot snapshot) {
        return OptionalLong.of(snapshot.ledger().stacks().size());
    }

    @Override
    public void show(Snapshot snapshot, PageContext context) {
        view(context).show(snapshot, context.range());
    }

    @Override
    public void left() {
        if (view != null) {
            view.left();
        }
    }

    @Override
    public boolean open(Target target, PageContext context) {
        AllocationsView opened = view(context);
        return switch (target) {
            case Target.Site site -> {
                opened.presenter().select(site.key());
                yield true;
            }
            case Target.Block block -> {
                opened.presenter().find(block.address(), found -> {});
                yield true;
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
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of(Words.say("allocations.key.filter"), "Ctrl", "F"),
                KeyHint.of(Words.say("allocations.key.copy"), "Ctrl", "C"));
    }

    @Override
    public boolean settled() {
        return view == null || view.settled();
    }

    private AllocationsView view(PageContext context) {
        AllocationsView known = view;
        if (known == null) {
            known = new AllocationsView(context);
            view = known;
            place.getChildren().setAll(known.node());
        }
        return known;
    }
}
