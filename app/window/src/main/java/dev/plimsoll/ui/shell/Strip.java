package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.timeline.RangeReadout;
import dev.plimsoll.ui.timeline.Timeline;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The bands above the page, and what the strip among them shows: the window's timeline, or the page's own. FX thread.
final class Strip {

    private final VBox bands = new VBox();
    private final TargetBar bar;
    private final TabRow tabs;
    private final Timeline timeline;
    private final Transport transport;

    Strip(TargetBar bar, TabRow tabs, Timeline timeline, Transport transport) {
        this.bar = bar;
        this.tabs = tabs;
        this.timeline = timeline;
        this.transport = transport;
    }

    Node bands() {
        return bands;
    }

    /// Nothing is open.
    void barOnly() {
        bands.getChildren().setAll(bar);
    }

    Node of(Page page) {
        return page.strip().orElse(timeline.view());
    }

    void all(Page page) {
        bands.getChildren().setAll(bar, of(page), tabs);
    }

    /// The page may have another strip than before.
    void changed(Page page) {
        boolean sessionShown = bands.getChildren().contains(tabs);
        if (sessionShown && !bands.getChildren().contains(of(page))) {
            all(page);
        }
        tabs.offerDetails();
    }

    /// The strip of a film is whole; its play head says which moment the pages show.
    void show(Snapshot snapshot) {
        Optional<Playback> film = transport.playback();
        if (film.isEmpty()) {
            timeline.show(snapshot);
            bar.hideFilm();
        } else {
            timeline.show(snapshot, film.get(), film.get().state().position());
            bar.show(film.get());
        }
    }

    /// What changed in the range, or how long everything is.
    void readRange(Snapshot snapshot) {
        tabs.range(
                timeline.range().map(range -> RangeReadout.of(snapshot.timeline(), range)),
                snapshot.timeline().end() - snapshot.timeline().start());
    }
}
