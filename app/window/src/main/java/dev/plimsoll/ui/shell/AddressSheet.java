package dev.plimsoll.ui.shell;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The address inspector: which block, since when, from where, in which mapping, and what stands there. FX thread.
final class AddressSheet extends VBox {

    private static final double WIDTH = 640;

    AddressSheet(AddressFacts facts, Snapshot snapshot, Tokens tokens, Consumer<Target> goTo) {
        getStyleClass().add("key-sheet");
        setId("address-sheet");
        setAccessibleText(Words.address(facts.address()));
        setFocusTraversable(true);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        getChildren().add(Texts.headline(Words.address(facts.address())));
        Block block = facts.block();
        AddressStory story = new AddressStory(facts, snapshot, tokens);
        if (block == null) {
            getChildren().add(wrapped(Words.say(story.nothing())));
        } else {
            getChildren().add(block(block, facts.address(), snapshot));
        }
        getChildren().add(Drawer.pair(Words.say("address.lies"), wrapped(facts.mapping())));
        if (!facts.hex().isEmpty()) {
            VBox hex = new VBox(2);
            hex.setId("address-hex");
            facts.hex().forEach(line -> hex.getChildren().add(Texts.mono(line)));
            getChildren().add(hex);
        }
        getChildren().add(story);
        if (block != null) {
            Button open = new Button(Words.say("address.open"), Icons.of("list"));
            open.setId("address-open");
            open.setMinHeight(Region.USE_PREF_SIZE);
            open.setOnAction(event -> goTo.accept(new Target.Block(block.address())));
            getChildren().add(open);
        }
    }

    private static Node block(Block block, long address, Snapshot snapshot) {
        long now = snapshot.ledger().time();
        return new VBox(
                6,
                Drawer.pair(
                        Words.say("address.block"),
                        wrapped(Words.say(
                                "address.blockIs",
                                Words.bytes(block.bytes()),
                                block.binding(),
                                block.kind(),
                                address - block.address()))),
                Drawer.pair(
                        Words.say("address.since"),
                        wrapped(Words.say(
                                "callbacks.drawer.at",
                                Words.time(block.allocated()),
                                Words.age(now - block.allocated())))),
                Drawer.pair(
                        Words.say("blocks.owner"),
                        wrapped(
                                block.ownerCollected() > 0
                                        ? Words.say("address.ownerGone", Words.time(block.ownerCollected()))
                                        : block.ownerClass() == null
                                                ? Words.say("blocks.owner.unknown")
                                                : block.ownerClass())));
    }

    static Label wrapped(String words) {
        Label label = Texts.label(words, "table-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
