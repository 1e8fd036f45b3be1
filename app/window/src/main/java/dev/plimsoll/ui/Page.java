package dev.plimsoll.ui;

import dev.plimsoll.session.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// A page below the tab row. All methods run on the FX thread. A hidden page is not called, except for [#count].
public interface Page {

    /// The name under which the window remembers the page that was open last.
    String LAST = "page";

    /// The page that was open last, or the first. A comparison is not come back to: it needs two recordings.
    static Page remembered(List<Page> pages, Memory memory) {
        String last = memory.get(LAST, "");
        return pages.stream()
                .filter(page -> page.id().equals(last) && !last.equals("compare"))
                .findFirst()
                .orElse(pages.getFirst());
    }

    /// Short name, also the name of its pictures: `overview`, `flame`, `allocations`, `callbacks`, `gc`, `findings`,
    /// `events`, `compare`.
    String id();

    /// The word on its tab.
    String title();

    /// Always the same node. It fills the page area.
    Node view();

    /// Shows a snapshot: at most ten times a second, the newest wins, only while the page is visible.
    void show(Snapshot snapshot, PageContext context);

    /// Another page takes its place, or another session comes: lets go of the blocks and stacks of what it showed,
    /// which
    /// a newer snapshot no longer shares. What a person chose stays, and the next [#show] brings the rest back.
    default void left() {}

    /// The figure on its tab.
    default OptionalLong count(Snapshot snapshot) {
        return OptionalLong.empty();
    }

    /// Whether the figure on the tab is a warning (drawn red), as for findings.
    default boolean countWarns() {
        return false;
    }

    /// Opens what `target` names when it belongs to this page; the page is visible and has a snapshot by then.
    ///
    /// @return false when this page cannot show it
    default boolean open(Target target, PageContext context) {
        return false;
    }

    /// A key pressed while no text field has the focus.
    ///
    /// @return true when the page used it
    default boolean accept(KeyEvent event) {
        return false;
    }

    /// Opens or closes the page's details; empty where it has none that a narrow window hides.
    default Optional<Runnable> details() {
        return Optional.empty();
    }

    /// Keys that work now, for the status bar; the most useful first.
    default List<KeyHint> keys() {
        return List.of();
    }

    /// What stands in place of the window's strip while this page is visible; empty for the strip itself.
    default Optional<Node> strip() {
        return Optional.empty();
    }

    /// Whether everything asked for by the last [#show] is on the screen, background work included. Pictures wait for
    /// it.
    default boolean settled() {
        return true;
    }
}
