package dev.plimsoll.ui.callback;

import dev.plimsoll.event.Frame;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.AddressLink;
import dev.plimsoll.ui.kit.Chips;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Drawer;
import dev.plimsoll.ui.kit.IconButton;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.NameLabel;
import dev.plimsoll.ui.kit.StackView;
import dev.plimsoll.ui.kit.SuppressBar;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Verdicts;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Everything known about one callback. What is not recorded, such as where it ought to be released, is said to be
/// unknown and not drawn. FX thread.
final class CallbackDrawer {

    private final PageContext context;
    private final AddressLink handle;
    private final Drawer drawer;
    private final SuppressBar bar;
    private @Nullable Callback shown;
    private @Nullable Snapshot of;

    CallbackDrawer(PageContext context, Runnable onClose) {
        this.context = context;
        handle = new AddressLink(context::inspect);
        handle.setId("callback-address");
        HBox title = new HBox(8, Texts.headline(Words.say("callbacks.drawer.title")), handle);
        title.setAlignment(Pos.CENTER_LEFT);
        this.drawer = new Drawer(title, onClose);
        drawer.setId("callback-drawer");
        bar = new SuppressBar(context.project()::suppress);
        drawer.question(bar);
    }

    Region node() {
        return drawer;
    }

    void show(@Nullable Callback callback, @Nullable SiteRow site, Snapshot snapshot) {
        if (callback == null || (shown != null && callback.handle() != shown.handle())) {
            bar.close();
        }
        if (callback == null) {
            handle.setVisible(false);
            drawer.body().getChildren().setAll(Texts.caption(Words.say("callbacks.drawer.nothing")));
            drawer.actions();
            shown = null;
            return;
        }
        if (callback.equals(shown) && Identity.same(snapshot, of)) {
            return;
        }
        shown = callback;
        of = snapshot;
        handle.setVisible(true);
        handle.show(callback.handle());
        Finding finding = site == null ? null : site.found();
        List<Node> nodes = new ArrayList<>();
        nodes.add(badges(callback, finding));
        nodes.addAll(pairs(callback, snapshot));
        nodes.add(head("callbacks.drawer.registeredAt"));
        StackView stack = new StackView(context.tokens());
        stack.show(snapshot.stacks().get(callback.stack()));
        nodes.add(stack);
        nodes.add(head("callbacks.drawer.releasedAt"));
        nodes.add(wrapped(release(callback)));
        if (finding != null) {
            nodes.add(head("callbacks.drawer.evidence"));
            finding.evidenceWords().forEach(line -> nodes.add(wrapped(line)));
        }
        drawer.body().getChildren().setAll(nodes);
        drawer.actions(actions(callback, site));
    }

    private Node badges(Callback callback, @Nullable Finding finding) {
        HBox badges = new HBox(6);
        badges.setAlignment(Pos.CENTER_LEFT);
        if (finding != null) {
            badges.getChildren().add(Verdicts.badge(finding));
        }
        badges.getChildren().add(Chips.binding(callback.binding(), context.tokens()));
        return badges;
    }

    private static List<Node> pairs(Callback callback, Snapshot snapshot) {
        long now = snapshot.ledger().time();
        CycleClock clock = new CycleClock(snapshot.timeline().cycles());
        String target = callback.targetClass();
        List<Node> pairs = new ArrayList<>();
        NameLabel targetName = new NameLabel("mono", "figure");
        targetName.name(target == null ? Words.say("callbacks.unknown") : target);
        pairs.add(Drawer.pair(Words.say("callbacks.drawer.target"), targetName));
        pairs.add(pair("callbacks.drawer.lifetime", callback.lifetime()));
        pairs.add(pair("callbacks.calls", CallbackWords.calls(callback.invocations())));
        pairs.add(pair(
                "callbacks.lastCall", CallbackWords.lastCall(callback.invocations(), callback.lastInvoked(), now)));
        pairs.add(pair(
                "callbacks.drawer.registered",
                Words.say(
                        "callbacks.drawer.at",
                        Words.time(callback.registered()),
                        Words.cycles(clock.since(callback.registered())))));
        pairs.add(pair(
                "callbacks.owner",
                CallbackWords.owner(callback, snapshot.timeline().cycles())));
        if (!callback.live()) {
            pairs.add(pair("callbacks.released", Words.time(callback.released())));
        }
        return pairs;
    }

    private static String release(Callback callback) {
        return callback.live()
                ? Words.say(callback.ownerCollected() > 0 ? "callbacks.release.overdue" : "callbacks.release.notYet")
                : Words.say("callbacks.release.done", Words.time(callback.released()));
    }

    private Node[] actions(Callback callback, @Nullable SiteRow site) {
        List<Node> buttons = new ArrayList<>();
        if (site != null && site.finding() >= 0) {
            Button open = new Button(Words.say("callbacks.drawer.toFinding"), Icons.of("alert-triangle"));
            open.setOnAction(event -> context.goTo(new Target.FindingAt(site.finding())));
            buttons.add(open);
        }
        Finding found = site == null ? null : site.found();
        if (found != null) {
            Button suppress = new Button(Words.say("suppress.ask"), Icons.of("eye-off"));
            suppress.setId("callback-suppress");
            suppress.setOnAction(event -> bar.ask(found));
            buttons.add(suppress);
        }
        Frame line = of == null ? null : of.stacks().get(callback.stack()).site();
        if (line != null) {
            Button source = IconButton.of(
                    Icons.of("code"), Words.say("callbacks.drawer.source", line.label()), "callback-source");
            source.setOnAction(event -> context.openSource(line));
            buttons.add(source);
        }
        Button copy = IconButton.of(Icons.of("copy"), Words.say("callbacks.drawer.copy"), "callback-copy");
        copy.setOnAction(event -> {
            if (of != null) {
                StringBuilder text = new StringBuilder(Words.address(callback.handle()));
                of.stacks()
                        .get(callback.stack())
                        .frames()
                        .forEach(frame -> text.append("\n  ").append(frame.label()));
                context.copy(text.toString());
            }
        });
        buttons.add(copy);
        return buttons.toArray(Node[]::new);
    }

    private static Node pair(String key, String value) {
        Label label = Texts.mono(value);
        label.setWrapText(true);
        return Drawer.pair(Words.say(key), label);
    }

    private static Label wrapped(String words) {
        Label label = Texts.label(words, "table-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node head(String key) {
        Label head = Texts.head(Words.say(key));
        head.getStyleClass().add("drawer-head-line");
        return head;
    }
}
