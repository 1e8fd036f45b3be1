package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.Stack;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.SiteKey;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.AddressLink;
import dev.plimsoll.ui.kit.Fonts;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.LifeLanes;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One block: what it is, its lifetime lanes, and the stack that allocated it. FX thread.
final class BlockPane {

    private static final double GUTTER = 150;

    private final PageContext context;
    private final AddressLink address;
    private final Label facts = Texts.label("", "table-text", "secondary");
    private final LifeLanes lanes;
    private final Label lastUse = Texts.caption("");
    private final StackView stack;
    private final VBox content = new VBox(8);
    private final ScrollPane scroll = new ScrollPane(content);
    private @Nullable Block shown;
    private @Nullable Stack frames;
    private int stackShown = -1;

    BlockPane(PageContext context) {
        this.context = context;
        this.address = new AddressLink(context::inspect);
        this.lanes = new LifeLanes(context.tokens(), 0, GUTTER, Fonts.ui(12));
        this.stack = new StackView(context.tokens(), true);
        Button flame = flat("blocks.toFlame", "bar-chart-2", this::toFlame);
        Button copy = flat("blocks.copy", "copy", this::copy);
        // In a narrow window on two lines.
        facts.setWrapText(true);
        facts.setMinWidth(0);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        facts.setId("block-facts");
        address.setId("block-address");
        address.getStyleClass().add("strong");
        HBox head = new HBox(10, address, facts, Texts.spacer(), flame, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("block-pane");
        lastUse.setId("last-use");
        lastUse.setWrapText(true);
        lastUse.setMinHeight(Region.USE_PREF_SIZE);
        lastUse.setTextAlignment(TextAlignment.RIGHT);
        Label allocated = Texts.head(Words.say("blocks.allocatedAt"));
        allocated.setMinWidth(Region.USE_PREF_SIZE);
        HBox stackHead = new HBox(24, allocated, Texts.spacer(), lastUse);
        stackHead.setAlignment(Pos.BASELINE_LEFT);
        content.getChildren().setAll(head, lanes, stackHead, stack);
        scroll.setId("block");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    }

    Region node() {
        return scroll;
    }

    void show(@Nullable Block block, @Nullable Ending ending, @Nullable Snapshot snapshot) {
        content.setVisible(block != null && snapshot != null);
        if (block == null || snapshot == null) {
            return;
        }
        shown = block;
        address.show(block.address());
        facts.setText(Words.say(
                        "blocks.facts",
                        Words.count(block.bytes()),
                        block.binding(),
                        block.kind(),
                        String.format(Locale.ROOT, "%.2f", block.weight()))
                + (block.stack() == 0 && block.weight() == 0 ? Words.say("blocks.facts.untraced") : "")
                + (ending == null ? "" : Words.say("blocks.facts.freed")));
        lanes.show(Lifetime.of(block, ending, snapshot));
        lastUse.setText(Lifetime.lastUse(block, ending, snapshot));
        lanes.setAccessibleText(address.getText() + ", " + facts.getText());
        if (block.stack() != stackShown) {
            stackShown = block.stack();
            frames = snapshot.stacks().get(block.stack());
            stack.show(frames);
        }
    }

    private void toFlame() {
        if (shown != null) {
            context.goTo(new Target.Flame(new SiteKey(shown.binding(), shown.stack())));
        }
    }

    private void copy() {
        if (shown != null && frames != null) {
            String lines =
                    frames.frames().stream().map(frame -> "  " + frame.label()).collect(Collectors.joining("\n"));
            context.copy(address.getText() + " " + facts.getText() + "\n" + lines);
        }
    }

    private static Button flat(String key, String icon, Runnable action) {
        Button button = new Button(Words.say(key), Icons.of(icon));
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
