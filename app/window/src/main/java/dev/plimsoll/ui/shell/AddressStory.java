package dev.plimsoll.ui.shell;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.AddressHistory;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What happened at an address, newest first, and the stacks of it: blocks, callbacks, misuses. A click on a line shows
/// its stack. It scrolls where the window is low. FX thread.
final class AddressStory extends ScrollPane {

    private static final int SHOWN = 8;

    private final Snapshot snapshot;
    private final VBox lines = new VBox(4);
    private final VBox stacks = new VBox(6);
    private final Tokens tokens;

    AddressStory(AddressFacts facts, Snapshot snapshot, Tokens tokens) {
        this.snapshot = snapshot;
        this.tokens = tokens;
        lines.setId("address-history");
        stacks.setId("address-stacks");
        facts.misuses().reversed().forEach(this::misuse);
        facts.callbacks().reversed().forEach(this::callback);
        blocks(facts.history());
        VBox content = new VBox(10, lines, stacks);
        if (!facts.history().latest().isEmpty()) {
            content.getChildren()
                    .add(AddressSheet.wrapped(
                            Words.say(facts.history().endsKnown() ? "address.noFreeStack" : "address.history.none")));
        }
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        VBox.setVgrow(this, Priority.SOMETIMES);
        lines.getChildren().stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .findFirst()
                .ifPresent(Hyperlink::fire);
    }

    /// The key of the sentence for an address that no live block holds.
    String nothing() {
        return lines.getChildren().isEmpty() ? "address.noBlock" : "address.noneAlive";
    }

    private void blocks(AddressHistory history) {
        if (history.latest().isEmpty()) {
            return;
        }
        lines.getChildren().add(Texts.head(Words.say("address.history")));
        List<AddressHistory.Life> newest = history.latest().reversed();
        newest.stream().limit(SHOWN).forEach(this::life);
        int earlier = history.count() - Math.min(SHOWN, newest.size());
        if (earlier > 0) {
            lines.getChildren().add(AddressSheet.wrapped(Words.say("address.history.earlier", Words.count(earlier))));
        }
    }

    private void life(AddressHistory.Life life) {
        Block block = life.block();
        String what = Words.count(block.bytes()) + " B " + block.binding();
        String from = Words.time(block.allocated());
        String words = life.ended() == 0
                ? Words.say("address.history.live", what, from)
                : life.lost()
                        ? Words.say("address.history.lost", what, from, Words.time(life.ended()))
                        : Words.say(
                                "address.history.freed",
                                what,
                                from,
                                Words.time(life.ended()),
                                Words.age(life.ended() - block.allocated()));
        line(words, () -> stack("blocks.allocatedAt", block.stack()));
    }

    private void callback(Callback callback) {
        String target = callback.targetClass() == null ? "" : callback.targetClass();
        String end = callback.live()
                ? Words.say("address.callback.live")
                : Words.say("address.callback.released", Words.time(callback.released()));
        line(
                Words.say("address.callback", target, callback.binding(), Words.time(callback.registered()), end),
                () -> stack("address.registeredAt", callback.stack()));
    }

    private void misuse(NativeEvent.Misuse misuse) {
        line(Words.say("address.misuse", misuse.kind(), Words.time(misuse.time())), () -> {
            stack("address.wronglyAt", misuse.stack());
            if (!misuse.earlierStack().isBlank()) {
                stacks.getChildren().add(Texts.head(Words.say("address.freedAt")));
                misuse.earlierStack()
                        .lines()
                        .forEach(frame -> stacks.getChildren().add(Texts.mono(frame)));
            }
        });
    }

    private void line(String words, Runnable show) {
        Hyperlink link = new Hyperlink(words);
        link.setWrapText(true);
        link.setOnAction(event -> {
            link.setVisited(false);
            show.run();
        });
        lines.getChildren().add(link);
    }

    private void stack(String head, int stack) {
        StackView view = new StackView(tokens);
        view.show(snapshot.stacks().get(stack));
        stacks.getChildren().setAll(Texts.head(Words.say(head)), view);
    }
}
