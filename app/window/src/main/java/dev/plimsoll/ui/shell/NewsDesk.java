package dev.plimsoll.ui.shell;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.settings.Setting;
import java.util.OptionalInt;

/// Announces new findings of a live target, unless the person does not want it or looks at them already. FX thread.
final class NewsDesk {

    private final Shell shell;
    private final FindingNews news = new FindingNews();

    NewsDesk(Shell shell) {
        this.shell = shell;
    }

    /// Another session begins.
    void reset() {
        news.reset();
    }

    void announce(Snapshot snapshot) {
        OptionalInt found = news.newest(snapshot);
        boolean wanted = shell.memory().get(Setting.NEWS, "yes").equals("yes");
        var scene = shell.root().getScene();
        boolean onScreen =
                scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
        if (found.isEmpty()
                || !wanted
                || !onScreen
                || shell.page().id().equals("findings")
                || !OpenSession.live(snapshot)) {
            return;
        }
        Finding finding = snapshot.findings().get(found.getAsInt());
        NewsNote.show(shell.root(), finding, () -> shell.goTo(new Target.FindingAt(found.getAsInt())));
    }
}
