package dev.plimsoll.ui.ledger;

import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/// What a range asks of the page: what was live at its end, whenever it was taken, or what was taken in it and stays.
/// Only a recording knows the first. FX thread.
final class RangeChoice {

    private final PageContext context;
    private final BiConsumer<Snapshot, Optional<TimeRange>> onShow;
    private final Newest work;
    private final MenuButton menu = new MenuButton("", Icons.of("filter"));
    private final RadioMenuItem atEnd = new RadioMenuItem(Words.say("allocations.atEnd"));
    private final RadioMenuItem taken = new RadioMenuItem(Words.say("allocations.taken"));
    private @Nullable Snapshot snapshot;
    private Optional<TimeRange> range = Optional.empty();

    /// @param onShow takes what the page is to show, and the range of what it is to leave out
    RangeChoice(PageContext context, BiConsumer<Snapshot, Optional<TimeRange>> onShow) {
        this.context = context;
        this.onShow = onShow;
        work = new Newest(context.background(), context.door()::run);
        ToggleGroup group = new ToggleGroup();
        atEnd.setId("range-at-end");
        atEnd.setToggleGroup(group);
        atEnd.setSelected(true);
        taken.setId("range-taken");
        taken.setToggleGroup(group);
        menu.setId("range-choice");
        menu.setAccessibleText(Words.say("allocations.choice"));
        menu.getItems().setAll(List.of(atEnd, taken));
        group.selectedToggleProperty().addListener(observable -> ask());
        visible(false);
    }

    MenuButton node() {
        return menu;
    }

    boolean settled() {
        return !work.busy();
    }

    void left() {
        work.cancel();
        snapshot = null;
    }

    void show(Snapshot next, Optional<TimeRange> within) {
        snapshot = next;
        range = within;
        ask();
    }

    private void ask() {
        Snapshot whole = snapshot;
        if (whole == null) {
            return;
        }
        Optional<Playback> film = context.playback();
        boolean end = film.isPresent() && atEnd.isSelected();
        visible(range.isPresent());
        atEnd.setDisable(film.isEmpty());
        menu.setText(Words.say(end ? "allocations.atEnd" : "allocations.taken"));
        if (range.isPresent() && end) {
            long moment = Math.min(range.get().to(), whole.timeline().end());
            work.ask(cancelled -> film.get().at(moment, cancelled), then -> onShow.accept(then, Optional.empty()));
        } else {
            work.cancel();
            onShow.accept(whole, range);
        }
    }

    private void visible(boolean is) {
        menu.setVisible(is);
        menu.setManaged(is);
    }
}
