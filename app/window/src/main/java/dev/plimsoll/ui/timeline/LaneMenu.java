package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// What can be done with the lanes: by a right click on one, or by the menu key for all of them. FX thread.
final class LaneMenu {

    private final TimelineView view;
    private final Consumer<LaneChoice> onChoice;
    private final ContextMenu menu = new ContextMenu();

    LaneMenu(TimelineView view, Consumer<LaneChoice> onChoice) {
        this.view = view;
        this.onChoice = onChoice;
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::ask);
    }

    private void ask(ContextMenuEvent event) {
        Lane lane = event.isKeyboardTrigger() ? null : view.strip().at(event.getY());
        menu.getItems().setAll(items(view.state().lanes(), lane));
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private List<MenuItem> items(LaneChoice choice, @Nullable Lane pointed) {
        List<MenuItem> items = new ArrayList<>();
        if (pointed != null) {
            boolean pinned = choice.pinned().contains(pointed);
            items.add(item(
                    Words.say(pinned ? "timeline.unpin" : "timeline.pin", pointed.title()),
                    "lane-pin",
                    choice.pin(pointed, !pinned)));
            MenuItem hide = item(Words.say("timeline.hide", pointed.title()), "lane-hide", choice.hide(pointed, true));
            hide.setDisable(choice.last(pointed));
            items.add(hide);
            items.add(new SeparatorMenuItem());
        }
        for (Lane lane : Lane.values()) {
            boolean shown = !choice.hidden().contains(lane);
            CheckMenuItem show = new CheckMenuItem(Words.say("timeline.show", lane.title()));
            show.setId("lane-show-" + lane.word());
            show.setSelected(shown);
            show.setDisable(choice.last(lane));
            show.setOnAction(event -> onChoice.accept(choice.hide(lane, shown)));
            items.add(show);
        }
        if (pointed == null) {
            items.add(new SeparatorMenuItem());
            for (Lane lane : Lane.values()) {
                boolean pinned = choice.pinned().contains(lane);
                CheckMenuItem pin = new CheckMenuItem(Words.say("timeline.pin", lane.title()));
                pin.setId("lane-pin-" + lane.word());
                pin.setSelected(pinned);
                pin.setOnAction(event -> onChoice.accept(choice.pin(lane, !pinned)));
                items.add(pin);
            }
        }
        return items;
    }

    private MenuItem item(String words, String id, LaneChoice next) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> onChoice.accept(next));
        return item;
    }
}
