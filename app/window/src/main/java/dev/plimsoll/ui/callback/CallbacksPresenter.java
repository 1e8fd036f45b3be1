package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Newest;
import dev.plimsoll.ui.kit.Pace;
import dev.plimsoll.ui.kit.Search;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// State of the callbacks page, without nodes. Grouping and sorting happen in the background; a person's act is
/// answered
/// at once, new data at the given pace. All methods run on one thread, which is the FX thread in the window.
final class CallbacksPresenter {

    private final Newest work;
    private final Pace pace;
    private final Consumer<CallbacksViewState> onState;

    private @Nullable Snapshot newest;
    private @Nullable Snapshot shown;
    private Optional<TimeRange> range = Optional.empty();
    private Search search = Search.NONE;
    private SiteRow.Column by = SiteRow.Column.LIVE;
    private boolean descending = true;
    private Predicate<SiteRow> letSites = row -> true;
    private Predicate<Callback> letHandles = callback -> true;
    private HandleColumn handlesBy = HandleColumn.AGE;
    private boolean handlesDescending = true;
    private @Nullable CallbackId selected;
    private boolean all;
    private @Nullable CallbackAnswer answer;
    private @Nullable Callback chosen;

    CallbacksPresenter(Executor background, Executor home, Pace pace, Consumer<CallbacksViewState> onState) {
        this.work = new Newest(background, home);
        this.pace = pace;
        this.onState = onState;
    }

    void show(Snapshot snapshot, Optional<TimeRange> newRange) {
        boolean atOnce = newest == null || !newRange.equals(range);
        newest = snapshot;
        range = newRange;
        if (atOnce) {
            pace.now(this::takeNewest);
        } else if (shown == null
                || !Identity.same(snapshot.ledger(), shown.ledger())
                || !snapshot.findings().equals(shown.findings())) {
            pace.request(this::takeNewest);
        }
    }

    /// The page is no longer seen: keeps the answer, but not the blocks of its moment.
    void left() {
        work.cancel();
        newest = null;
        shown = null;
        answer = answer == null ? null : answer.withoutBlocks();
        publish();
    }

    void search(String text, boolean regex) {
        search = Search.of(text, regex);
        ask();
    }

    /// What the filters of the columns let through.
    void filterSites(Predicate<SiteRow> let) {
        letSites = let;
        ask();
    }

    void filterHandles(Predicate<Callback> let) {
        letHandles = let;
        ask();
    }

    void sortSites(SiteRow.Column column, boolean downwards) {
        if (column != by || downwards != descending) {
            by = column;
            descending = downwards;
            ask();
        }
    }

    void sortHandles(HandleColumn column, boolean downwards) {
        if (column != handlesBy || downwards != handlesDescending) {
            handlesBy = column;
            handlesDescending = downwards;
            ask();
        }
    }

    /// Lists the callbacks of all lines, or of the chosen one.
    void listAll(boolean ofAllLines) {
        all = ofAllLines;
        ask();
    }

    void select(CallbackId line) {
        if (!line.equals(selected)) {
            selected = line;
            chosen = null;
            ask();
        }
    }

    void choose(@Nullable Callback callback) {
        if (callback == null || chosen == null || callback.handle() != chosen.handle()) {
            chosen = callback;
            publish();
        }
    }

    /// Selects a callback by its handle.
    ///
    /// @return whether the ledger still keeps one; of several the newest counts
    boolean find(long handle) {
        Snapshot snapshot = newest;
        if (snapshot == null) {
            return false;
        }
        Callback found = null;
        for (Callback callback : snapshot.ledger().callbacks()) {
            boolean newer = found == null || callback.registered() > found.registered();
            found = callback.handle() == handle && newer ? callback : found;
        }
        if (found == null) {
            return false;
        }
        selected = CallbackAnswer.id(snapshot, found);
        chosen = found;
        ask();
        return true;
    }

    boolean settled() {
        return !work.busy() && !pace.waiting();
    }

    CallbacksViewState state() {
        return new CallbacksViewState(answer, range, search, all, chosen);
    }

    private void takeNewest() {
        shown = newest;
        ask();
    }

    private void ask() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return;
        }
        var asked = new CallbackAnswer.Asked(
                snapshot,
                range,
                search,
                letSites,
                letHandles,
                by,
                descending,
                handlesBy,
                handlesDescending,
                selected,
                all);
        work.ask(cancelled -> CallbackAnswer.to(asked, cancelled), made -> {
            answer = made;
            selected = made.selected();
            follow(made);
            publish();
        });
        publish();
    }

    /// The chosen callback may have been called or released since; without one the first is chosen.
    private void follow(CallbackAnswer made) {
        Callback before = chosen;
        if (before == null) {
            chosen = made.handles().isEmpty() ? null : made.handles().getFirst();
            return;
        }
        for (Callback callback : made.handles()) {
            if (callback.handle() == before.handle() && callback.registered() == before.registered()) {
                chosen = callback;
            }
        }
    }

    private void publish() {
        onState.accept(state());
    }
}
