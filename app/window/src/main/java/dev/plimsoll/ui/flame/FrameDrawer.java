package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flame.FlameBox;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.AddressLink;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.NameLabel;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything known about the selected frame. What the box says stands at once; what needs a walk over stacks and
/// blocks
/// follows from the background and replaces the old when it is complete. FX thread.
final class FrameDrawer {

    /// Logical pixels: `59 s`, `99 cycles`.
    private static final double AGE = 30;

    private static final double CYCLES = 62;

    /// Of a character of the mono face at 11 px.
    private static final double ADVANCE = 6.7;

    private final PageContext context;
    private final Foldings foldings;
    private final Newest work;
    private final Drawer drawer;
    private final Tokens tokens;
    private final FlameActions actions;
    private @Nullable Told told;

    /// What the drawer was asked to show: data and frame.
    private record Told(Object ledger, Question question, List<Frame> path) {}

    private record Story(FrameDetails details, LiveBlocks blocks) {}

    FrameDrawer(PageContext context, Foldings foldings, FlameActions actions, Runnable onClose) {
        this.context = context;
        this.foldings = foldings;
        this.actions = actions;
        this.tokens = context.tokens();
        this.work = new Newest(context.background(), context.door()::run);
        this.drawer = new Drawer(Texts.headline(Words.say("flame.drawer.title")), onClose);
        drawer.setId("flame-drawer");
        Button copy = new Button(Words.say("flame.drawer.copy"), Icons.of("code"));
        copy.getStyleClass().add("flat");
        copy.setOnAction(event -> {
            if (told != null) {
                actions.copyStack(told.path);
            }
        });
        drawer.headActions(copy);
    }

    Region node() {
        return drawer;
    }

    boolean settled() {
        return !work.busy();
    }

    /// Forgets what it told of.
    void left() {
        work.cancel();
        told = null;
    }

    void show(FlameViewState state, Snapshot snapshot) {
        Optional<FlameBox> box = state.selectedBox();
        List<Frame> path = state.selected();
        if (box.isEmpty() || path == null || path.isEmpty()) {
            told = null;
            work.cancel();
            Label hint = Texts.caption(Words.say("flame.drawer.nothing"));
            hint.setWrapText(true);
            drawer.body().getChildren().setAll(hint);
            drawer.actions();
            return;
        }
        Told now = new Told(snapshot.ledger(), state.answer().question(), path);
        if (told != null
                && Identity.same(told.ledger, now.ledger)
                && told.question.equals(now.question)
                && told.path.equals(path)) {
            return;
        }
        told = now;
        Question question = now.question;
        work.ask(
                cancelled -> {
                    var folding = foldings.of(snapshot.stacks(), question.shape());
                    FrameDetails details = FrameDetails.of(snapshot, folding, path, cancelled);
                    return new Story(details, FrameDetails.blocks(snapshot, details, cancelled));
                },
                story -> fill(state, box.get(), snapshot, story));
    }

    private void fill(FlameViewState state, FlameBox box, Snapshot snapshot, Story story) {
        FrameFigures figures = story.details.figures();
        Optional<Finding> finding = story.details.finding().isPresent()
                ? Optional.of(snapshot.findings().get(story.details.finding().getAsInt()))
                : Optional.empty();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Frames.label(box.path().getLast()));
        nodes.add(badges(figures, finding));
        nodes.addAll(pairs(state, box, figures, story.blocks));
        if (story.blocks.recorded() > 0) {
            nodes.add(head("flame.drawer.ages"));
            AgeBars bars = new AgeBars(tokens);
            bars.show(
                    story.blocks.byAge(),
                    figures.bindings().isEmpty() ? "" : figures.bindings().getFirst());
            nodes.add(bars);
            nodes.addAll(owner(figures, story.blocks));
            nodes.add(head("flame.drawer.newest"));
            CycleClock clock = new CycleClock(snapshot.timeline().cycles());
            story.blocks
                    .newest()
                    .forEach(block -> nodes.add(block(block, snapshot.ledger().time(), clock)));
        }
        drawer.body().getChildren().setAll(nodes);
        drawer.actions(actions(figures, story.details));
    }

    private Node badges(FrameFigures figures, Optional<Finding> finding) {
        HBox badges = new HBox(6);
        badges.setAlignment(Pos.CENTER_LEFT);
        finding.ifPresent(known -> badges.getChildren().add(Verdicts.badge(known.verdict())));
        figures.bindings().forEach(binding -> badges.getChildren().add(Chips.binding(binding, tokens)));
        return badges;
    }

    private static List<Node> pairs(FlameViewState state, FlameBox box, FrameFigures figures, LiveBlocks blocks) {
        var metric = state.answer().metric();
        List<Node> pairs = new ArrayList<>();
        pairs.add(Drawer.pair(Words.say("flame.drawer.live"), Texts.monoBold(Words.bytes(figures.live()))));
        String count = Words.count(figures.blocks());
        String each = blocks.size() > 0 ? " × " + Words.bytes(blocks.size()) : "";
        pairs.add(Drawer.pair(Words.say("flame.drawer.blocks"), Texts.mono(count + each)));
        double self = box.node().self();
        pairs.add(Drawer.pair(
                Words.say("flame.drawer.selfTotal"),
                Texts.mono((self > 0 ? FlameWords.figure(metric, self) : "0") + " · "
                        + FlameWords.figure(metric, box.node().total()))));
        String ofAll = Words.percent(state.total() > 0 ? box.node().total() / state.total() : 0);
        String ofParent = state.answer()
                .rows()
                .parent(box)
                .map(parent -> Words.say("flame.tip.ofParent", Words.percent(FrameDetails.share(box, parent))))
                .orElse("");
        pairs.add(Drawer.pair(Words.say("flame.tip.share"), Texts.mono(ofAll + ofParent)));
        pairs.add(Drawer.pair(Words.say("flame.drawer.allocated"), Texts.mono(Words.bytes(figures.allocated()))));
        double freed =
                Math.max(0, figures.allocations().value() - figures.blocks().value());
        var freedOf = Texts.mono(Words.say(
                "flame.drawer.freedOf",
                Words.count(Math.round(freed)),
                Words.count(Math.round(figures.allocations().value()))));
        pairs.add(Drawer.pair(Words.say("flame.drawer.freed"), freedOf));
        return pairs;
    }

    private List<Node> owner(FrameFigures figures, LiveBlocks blocks) {
        Estimate gone = figures.ownerGoneBlocks();
        if (blocks.ownerClass().isEmpty() && gone.value() <= 0) {
            return List.of();
        }
        double all = Math.max(figures.blocks().value(), gone.value());
        double share = all > 0 ? gone.value() / all : 0;
        String what = Words.say(
                "flame.drawer.ownerGone", Words.count(Math.round(gone.value())), Words.count(Math.round(all)));
        var name = new NameLabel("table-text");
        name.name(blocks.ownerClass());
        var sentence = Texts.label(what, "table-text", "secondary");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        return List.of(head("flame.drawer.owner"), new VBox(2, name, sentence), bar(share), key());
    }

    private Node bar(double share) {
        Region gone = new Region();
        Region rest = new Region();
        gone.getStyleClass().add("bar-gone");
        rest.getStyleClass().add("bar-rest");
        HBox bar = new HBox(share > 0 && share < 1 ? 1 : 0, gone, rest);
        bar.getStyleClass().add("share-bar");
        gone.prefWidthProperty().bind(bar.widthProperty().multiply(share));
        gone.setMinWidth(0);
        HBox.setHgrow(rest, Priority.ALWAYS);
        return bar;
    }

    private static Node key() {
        return new HBox(16, key("flame.drawer.gone", "bar-gone"), key("flame.drawer.reachable", "bar-rest"));
    }

    private static Node key(String text, String fill) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("key-swatch", fill);
        HBox key = new HBox(5, swatch, Texts.caption(Words.say(text)));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private Node block(Block block, long now, CycleClock clock) {
        AddressLink address = new AddressLink(context::inspect);
        address.show(block.address());
        var size = Texts.mono(Words.bytes(block.bytes()));
        var age = Texts.label(Words.age(now - block.allocated()), "mono", "figure", "secondary");
        int cycles = clock.since(block.allocated());
        var inCycles = Texts.label(Words.cycles(cycles), "mono", "figure", "secondary");
        List.of(address, size).forEach(part -> part.setMinWidth(Region.USE_PREF_SIZE));
        // So that the figures of several rows stand below each other.
        age.setMinWidth(Math.max(AGE, ADVANCE * age.getText().length()));
        inCycles.setMinWidth(Math.max(CYCLES, ADVANCE * inCycles.getText().length()));
        age.setAlignment(Pos.CENTER_RIGHT);
        inCycles.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(8, address, Texts.spacer(), size, age, inCycles);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node[] actions(FrameFigures figures, FrameDetails details) {
        List<Node> buttons = new ArrayList<>();
        figures.largest().ifPresent(site -> {
            Button blocks = new Button(Words.say("flame.drawer.toBlocks"), Icons.of("list"));
            blocks.setOnAction(event -> context.goTo(new Target.Site(site)));
            buttons.add(blocks);
        });
        details.finding().ifPresent(index -> {
            Button finding = new Button(Words.say("flame.drawer.toFinding"), Icons.of("alert-circle"));
            finding.setOnAction(event -> context.goTo(new Target.FindingAt(index)));
            buttons.add(finding);
        });
        Button focus = new Button(Words.say("flame.drawer.focus"), Icons.of("filter"));
        focus.setOnAction(event -> actions.focus(details.path()));
        buttons.add(focus);
        buttons.forEach(button -> ((Region) button).setMinWidth(Region.USE_PREF_SIZE));
        return buttons.toArray(Node[]::new);
    }

    private static Node head(String key) {
        VBox box = new VBox(Texts.head(Words.say(key)));
        box.getStyleClass().add("drawer-head-line");
        return box;
    }
}
