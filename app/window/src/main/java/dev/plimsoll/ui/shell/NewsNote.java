package dev.plimsoll.ui.shell;

import dev.plimsoll.finding.Finding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/// A note at the corner of the window about a new finding; a click leads to it. FX thread.
final class NewsNote {

    private static final Duration SHOWN = Duration.seconds(8);
    private static final int MOST = 3;

    private NewsNote() {}

    static void show(Node owner, Finding finding, Runnable onClick) {
        Notifications.create()
                .owner(owner)
                .title(FindingNews.title(finding))
                .text(finding.sentence())
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(SHOWN)
                .threshold(MOST, Notifications.create().title(FindingNews.title(finding)))
                .onAction(event -> onClick.run())
                .show();
    }
}
