package dev.plimsoll.ui.ledger;

import atlantafx.base.controls.CustomTextField;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.CopiedRows;
import dev.plimsoll.ui.kit.EmptyState;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.KeptDivider;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Unrecorded;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.ledger.AllocationsViewState.Grouping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Nodes of the allocations page: sites above, the chosen site's blocks and the chosen block below. FX thread.
final class AllocationsView {

    private static final double NARROW = 1200;
    private static final double BLOCKS_WIDTH = 482;
    private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(1);

    private final PageContext context;
    private final AllocationsPresenter presenter;
    private final Segments<Grouping> grouping;
    private final CustomTextField field = new CustomTextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final Label share = Texts.caption("");
    private final Label range = Chips.of("", "outlined");
    private final SitesTable sites;
    private final BindingsTable bindings;
    private final OwnersTable owners;
    private final RangeChoice choice;
    private final BlocksTable blocks;
    private final BlockPane block;
    private final Label blocksHead = Texts.label("", "table-text", "strong");
    private final Label blocksOf = Texts.caption("");
    private final Label uploads = Texts.caption("");
    private final Tooltip uploadedBy = new Tooltip();
    private final EmptyState empty = new EmptyState("inbox");
    private final BorderPane blocksSide;
    private final SplitPane lower = new SplitPane();
    private final SplitPane split = new SplitPane();
    private final KeptDivider upperEdge;
    private final KeptDivider lowerEdge;
    private final BorderPane root = new BorderPane();

    AllocationsView(PageContext context) {
        this.context = context;
        this.presenter = new AllocationsPresenter(
                context.background(),
                context.door()::run,
                Pace.of(BETWEEN_ANSWERS, context.door()::run),
                System::nanoTime,
                this::render);
        this.choice = new RangeChoice(context, presenter::show);
        this.grouping = new Segments<>(presenter::group);
        this.sites = new SitesTable(presenter, context.tokens());
        this.bindings = new BindingsTable(context.tokens());
        this.owners = new OwnersTable(presenter);
        this.blocks = new BlocksTable(presenter, context::inspect);
        this.block = new BlockPane(context);
        KeptColumns.in(sites.node(), context.memory());
        KeptColumns.in(bindings.node(), context.memory());
        KeptColumns.in(owners.node(), context.memory());
        KeptColumns.in(blocks.node(), context.memory());
        HBox head = new HBox(10, blocksHead, blocksOf);
        head.getStyleClass().add("pane-head");
        uploads.setId("uploads");
        uploads.setWrapText(true);
        uploads.setMinHeight(Region.USE_PREF_SIZE);
        uploads.getStyleClass().add("pane-note");
        uploads.setTooltip(uploadedBy);
        this.blocksSide = new BorderPane(blocks.node(), new VBox(head, uploads), null, null, null);
        lower.getItems().setAll(blocksSide, block.node());
        SplitPane.setResizableWithParent(blocksSide, false);
        split.setOrientation(Orientation.VERTICAL);
        upperEdge = new KeptDivider(split, "allocations.sites").in(context.memory());
        lowerEdge = new KeptDivider(lower, "allocations.blocks").in(context.memory());
        upperEdge.place(0.48);
        root.getStyleClass().add("allocations-page");
        root.setTop(tools());
        root.widthProperty().addListener((observed, was, is) -> fit(was.doubleValue(), is.doubleValue()));
    }

    Region node() {
        return root;
    }

    AllocationsPresenter presenter() {
        return presenter;
    }

    void show(Snapshot snapshot, Optional<TimeRange> within) {
        choice.show(snapshot, within);
    }

    /// The sites stay to be seen when the page comes back; blocks are read again.
    void left() {
        choice.left();
        presenter.left();
        blocks.left();
    }

    boolean settled() {
        return choice.settled() && presenter.settled();
    }

    boolean accept(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            field.requestFocus();
            field.selectAll();
            return true;
        }
        boolean inField = event.getTarget() instanceof TextInputControl;
        if (event.isShortcutDown() && event.getCode() == KeyCode.C && !inField) {
            copy(blocks.node().isFocused());
            return true;
        }
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            return true;
        }
        return false;
    }

    private Node tools() {
        grouping.add(Grouping.SITES, Words.say("allocations.bySite")).setId("by-site");
        grouping.add(Grouping.BINDINGS, Words.say("allocations.byBinding")).setId("by-binding");
        grouping.add(Grouping.OWNERS, Words.say("allocations.byOwner")).setId("by-owner");
        grouping.add(Grouping.BLOCKS, Words.say("allocations.blocks")).setId("all-blocks");
        field.setId("sites-search");
        field.setPromptText(Words.say("allocations.filter"));
        field.setAccessibleText(Words.say("allocations.filter"));
        field.setLeft(Icons.of("search"));
        field.setPrefWidth(220);
        regex.setSelected(true);
        regex.getStyleClass().add("field-toggle");
        regex.setTooltip(new Tooltip(Words.say("flame.regex")));
        regex.setAccessibleText(Words.say("flame.regex"));
        regex.setOnAction(event -> presenter.search(field.getText(), regex.isSelected()));
        HBox right = new HBox(regex);
        right.setAlignment(Pos.CENTER);
        field.setRight(right);
        field.textProperty().addListener((observed, was, is) -> presenter.search(is, regex.isSelected()));
        Button export = new Button(Words.say("allocations.copy"), Icons.of("copy"));
        export.setId("sites-copy");
        export.getStyleClass().add("flat");
        export.setOnAction(event -> copy(presenter.state().grouping() == Grouping.BLOCKS));
        // Nothing is rendered of it where there is no block at all.
        range.setVisible(false);
        range.setManaged(false);
        HBox row = new HBox(grouping, choice.node(), field, range, Texts.spacer(), share, export);
        row.getStyleClass().add("tool-row");
        return row;
    }

    /// What gives way changes with the kind of width, not with each pixel: a person's divider stays.
    private void fit(double was, double is) {
        boolean narrow = is < NARROW;
        if (was <= 0 || narrow != was < NARROW) {
            lowerEdge.place(Math.min(0.5, BLOCKS_WIDTH / is));
        }
    }

    private void copy(boolean ofBlocks) {
        Snapshot snapshot = presenter.state().snapshot();
        if (snapshot == null) {
            return;
        }
        if (ofBlocks) {
            context.copy(
                    AllocationsCsv.blocks(blocks.chosen(), snapshot.ledger().time(), blocks.clock()));
            return;
        }
        context.copy(
                switch (presenter.state().grouping()) {
                    case BINDINGS -> CopiedRows.all(bindings.node());
                    case OWNERS -> CopiedRows.all(owners.node());
                    case SITES, BLOCKS -> AllocationsCsv.sites(sites.chosen());
                });
    }

    private void render(AllocationsViewState state) {
        if (state.empty()) {
            Unrecorded.allocations(state.snapshot())
                    .ifPresentOrElse(
                            how -> empty.say(Words.say("allocations.unrecorded"), how),
                            () -> empty.say(Words.say("allocations.empty"), Words.say("allocations.empty.how")));
            root.setCenter(new StackPane(empty));
            return;
        }
        arrange(state.grouping());
        grouping.select(state.grouping());
        field.getStyleClass().remove("bad");
        if (!state.search().error().isEmpty()) {
            field.getStyleClass().add("bad");
        }
        range.setVisible(state.range().isPresent());
        range.setManaged(range.isVisible());
        state.range()
                .ifPresent(set ->
                        range.setText(Words.say("allocations.range", Words.clock(set.from()), Words.clock(set.to()))));
        share.setText(share(state));
        sites.show(state);
        List<NativeEvent.NativeCalls> calls =
                state.snapshot() == null ? List.of() : state.snapshot().health().calls();
        bindings.show(state.bindings(), calls);
        uploads(state, calls);
        owners.show(state);
        blocks.show(state);
        block.show(state.block(), state.ending(), state.snapshot());
        heads(state);
    }

    private void arrange(Grouping how) {
        Node upper = switch (how) {
            case BINDINGS -> bindings.node();
            case OWNERS -> owners.node();
            case SITES, BLOCKS -> sites.node();
        };
        boolean single = how == Grouping.BLOCKS;
        if (single && !Identity.same(root.getCenter(), lower)) {
            split.getItems().clear();
            root.setCenter(lower);
        } else if (!single
                && (!Identity.same(root.getCenter(), split)
                        || !Identity.same(split.getItems().getFirst(), upper))) {
            root.setCenter(null);
            split.getItems().setAll(upper, lower);
            upperEdge.place(0.48);
            root.setCenter(split);
        }
    }

    private void heads(AllocationsViewState state) {
        BlockIndex index = state.blocks();
        int count = index == null ? 0 : index.size();
        blocksHead.setText(Words.say(count == 1 ? "blocks.one" : "blocks.many", Words.count(count)));
        SiteId site = state.selected();
        OwnerId owner = state.owner();
        blocksOf.setText(
                switch (state.grouping()) {
                    case BLOCKS -> Words.say("blocks.ofAll");
                    case OWNERS -> owner == null ? "" : ofOwner(owner);
                    case SITES, BINDINGS ->
                        site == null ? Words.say("blocks.ofAll") : Words.say("blocks.of", name(site));
                });
    }

    /// Beside blocks of a graphics binding.
    private void uploads(AllocationsViewState state, List<NativeEvent.NativeCalls> calls) {
        Block block = state.block();
        SiteId site = state.grouping() == Grouping.SITES ? state.selected() : null;
        String binding = site != null ? site.binding() : block == null ? "" : block.binding();
        Uploads known = Uploads.of(binding, calls);
        uploads.setText(known.words(binding));
        uploads.setVisible(known.any());
        uploads.setManaged(known.any());
        uploadedBy.setText(known.functions());
    }

    private static String ofOwner(OwnerId owner) {
        return owner.className() == null
                ? Words.say("blocks.ofNoOwner")
                : Words.say("blocks.ofOwner", owner.className());
    }

    private static String name(SiteId site) {
        return site.frame() == null ? Words.say("sites.noStack") : Frames.shortName(site.frame());
    }

    private static String share(AllocationsViewState state) {
        if (!state.search().error().isEmpty()) {
            return state.search().error();
        }
        if (state.grouping() == Grouping.OWNERS) {
            int classes = state.owners().size();
            return Words.say(classes == 1 ? "owners.one" : "owners.many", Words.count(classes));
        }
        int shown = state.sites().rows().size();
        int known = state.sites().known();
        return shown == known
                ? Words.say(known == 1 ? "allocations.one" : "allocations.all", Words.count(known))
                : Words.say(
                        "allocations.share",
                        Words.count(shown),
                        Words.count(known),
                        Words.percent(state.sites().share()));
    }
}
