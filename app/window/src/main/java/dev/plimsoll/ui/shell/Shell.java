package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.attach.AttachActs;
import dev.plimsoll.ui.attach.AttachPicker;
import dev.plimsoll.ui.kit.Png;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.timeline.RangeReadout;
import dev.plimsoll.ui.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One window's content: the bands, the pages, and the session they show. FX thread only. Closing it closes the
/// session.
public final class Shell implements PageContext, AutoCloseable {

    private final Tokens tokens = new Tokens();
    private final FrameDoor door = new FrameDoor();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("pages").factory());
    private final FrameDoor.Latest<Snapshot> latest = door.latest(this::show);
    private final List<Page> pages;
    private final TargetBar bar;
    private final TabRow tabs;
    private final Timeline timeline;
    private final PagePane area;
    private final StatusBar status = new StatusBar();
    private final VBox top = new VBox();
    private final BorderPane bands = new BorderPane();
    private final StackPane root = new StackPane();
    private final AttachPicker picker;
    private final Outside outside;
    private Page page;
    private Theme theme;
    private @Nullable Session session;
    private Session.@Nullable Subscription subscription;
    private @Nullable Snapshot shown;

    /// @param pages in the order of their tabs, at least one
    public Shell(PageFactory pages, Theme theme, Outside outside) {
        this.outside = outside;
        this.pages = pages.make(tokens);
        this.theme = theme;
        page = this.pages.getFirst();
        bar = new TargetBar(tokens, new Acts());
        tabs = new TabRow(this.pages, this::select, this::clearRange);
        timeline = new Timeline(tokens, this::rangeChanged, this::goTo);
        area = new PagePane(this::showPicker);
        picker = new AttachPicker(this, new PickerActs());
        bands.setTop(top);
        bands.setCenter(area);
        bands.setBottom(status);
        root.getChildren().addAll(tokens, bands);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        tabs.select(page);
        bar.show(theme);
        showPicker();
    }

    /// Makes the pages of a window.
    public interface PageFactory {
        List<Page> make(Tokens tokens);
    }

    /// The root of the scene.
    public StackPane root() {
        return root;
    }

    public Scene scene(double width, double height) {
        Scene scene = new Scene(root, width, height);
        theme.apply(scene);
        return scene;
    }

    AttachPicker picker() {
        return picker;
    }

    public List<Page> pages() {
        return pages;
    }

    public Page page() {
        return page;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Optional<Snapshot> shown() {
        return Optional.ofNullable(shown);
    }

    public boolean sessionOpen() {
        return session != null;
    }

    /// Shows a session from now on, and closes the one before.
    public void open(Session next) {
        closeSession();
        session = next;
        timeline.reset();
        top.getChildren().setAll(bar, page.strip().orElse(timeline.view()), tabs);
        subscription = next.onSnapshot(latest::poke);
        show(next.snapshot());
    }

    /// Nothing is open: the attach picker.
    public void showPicker() {
        closeSession();
        shown = null;
        bar.showPicker();
        top.getChildren().setAll(bar);
        area.only(picker.view());
        pickerStatus();
    }

    private void pickerStatus() {
        status.show(List.of(new StatusLine.Part(picker.status(), "")));
        status.keys(List.of(
                KeyHint.of(Words.say("keys.choose"), "↑", "↓"),
                KeyHint.of(Words.say("keys.attach"), "Enter"),
                KeyHint.of(Words.say("keys.openRecording"), "Ctrl", "O")));
    }

    public void select(Page next) {
        page = next;
        tabs.select(next);
        refreshPage();
        keysChanged();
    }

    public void theme(Theme next) {
        theme = next;
        bar.show(next);
        if (root.getScene() != null) {
            next.apply(root.getScene());
        }
    }

    public Theme theme() {
        return theme;
    }

    StatusBar status() {
        return status;
    }

    @Override
    public void close() {
        picker.close();
        closeSession();
        background.shutdown();
    }

    /// Waits until the session has let go of its target. Never on the FX thread.
    void awaitClosed() {
        try {
            boolean done = background.awaitTermination(10, TimeUnit.SECONDS);
            if (!done) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeSession() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        if (session != null) {
            Session old = session;
            session = null;
            // Detaching talks to the target.
            background.execute(old::close);
        }
    }

    private void show(Snapshot snapshot) {
        Session open = session;
        if (open == null) {
            return;
        }
        boolean first = shown == null;
        shown = snapshot;
        bar.show(TargetBarState.of(snapshot, open.frozen(), open.eventsWaiting()));
        status.show(StatusLine.of(snapshot, open.frozen()));
        timeline.show(snapshot);
        tabs.counts(snapshot);
        readRange(snapshot);
        boolean held = timeline.range().isPresent() && snapshot.phase() instanceof Phase.Live;
        if (first || !held) {
            refreshPage();
        }
        if (first) {
            keysChanged();
        }
    }

    private void refreshPage() {
        Snapshot snapshot = shown;
        if (snapshot == null) {
            return;
        }
        area.show(snapshot.phase(), page.view(), snapshot.timeline().end() > 0);
        page.show(snapshot, this);
        stripChanged();
    }

    private void readRange(Snapshot snapshot) {
        tabs.range(
                timeline.range().map(range -> RangeReadout.of(snapshot.timeline(), range)),
                snapshot.timeline().end() - snapshot.timeline().start());
    }

    private void rangeChanged() {
        if (shown != null) {
            readRange(shown);
            refreshPage();
        }
    }

    private void clearRange() {
        timeline.clearRange();
    }

    private void freeze(boolean frozen) {
        if (session != null && shown != null) {
            session.freeze(frozen);
            if (!frozen) {
                timeline.follow();
            }
            show(session.snapshot());
        }
    }

    private void key(KeyEvent event) {
        if (ShellKeys.accept(event, this)) {
            event.consume();
        }
    }

    boolean toggleFreeze() {
        if (session == null || shown == null || !(shown.phase() instanceof Phase.Live)) {
            return false;
        }
        freeze(!session.frozen());
        return true;
    }

    boolean stepBack() {
        if (timeline.range().isPresent()) {
            clearRange();
            return true;
        }
        return false;
    }

    // ---- PageContext ----

    @Override
    public Tokens tokens() {
        return tokens;
    }

    @Override
    public Optional<TimeRange> range() {
        return timeline.range();
    }

    @Override
    public Optional<Playback> playback() {
        return session == null ? Optional.empty() : session.playback();
    }

    @Override
    public void goTo(Target target) {
        for (Page candidate : pages) {
            if (candidate.id().equals(target.page())) {
                select(candidate);
                if (shown != null) {
                    candidate.open(target, this);
                }
            }
        }
    }

    @Override
    public Executor background() {
        return background;
    }

    @Override
    public FrameDoor door() {
        return door;
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void stripChanged() {
        Node strip = page.strip().orElse(timeline.view());
        boolean sessionShown = top.getChildren().contains(tabs);
        if (sessionShown && !top.getChildren().contains(strip)) {
            top.getChildren().setAll(bar, strip, tabs);
        }
    }

    @Override
    public void keysChanged() {
        List<KeyHint> hints = new ArrayList<>(page.keys());
        hints.add(KeyHint.of(Words.say("keys.zoom"), "W", "S"));
        hints.add(KeyHint.of(Words.say("keys.pan"), "A", "D"));
        hints.add(KeyHint.of(Words.say("keys.clearRange"), "Esc"));
        status.keys(hints);
    }

    private void choose() {
        outside.chooseRecording().ifPresent(file -> open(outside.open(file)));
    }

    private void picture() {
        String name = "plimsoll-" + page.id() + ".png";
        WritableImage image = root.getScene().snapshot(null);
        save(name, file -> Png.write(image, file));
    }

    @Override
    public void save(String suggestedName, Saving saving) {
        outside.choosePicture(suggestedName)
                .ifPresent(file -> background.execute(() -> {
                    StatusLine.Part said;
                    try {
                        // Whole or not at all.
                        Path part = file.resolveSibling(file.getFileName() + ".part");
                        saving.to(part);
                        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                        said = new StatusLine.Part(Words.say("saved", file), "");
                    } catch (IOException e) {
                        said = new StatusLine.Part(
                                Words.say("picture.failed", file, String.valueOf(e.getMessage())), "critical");
                    }
                    List<StatusLine.Part> parts = List.of(said);
                    door.run(() -> status.show(parts));
                }));
    }

    /// The target bar's wishes.
    private final class Acts implements TargetBar.Acts {

        @Override
        public void freeze(boolean frozen) {
            Shell.this.freeze(frozen);
        }

        @Override
        public void detach() {
            Session open = session;
            if (open != null) {
                background.execute(open::detach);
            }
        }

        @Override
        public void close() {
            showPicker();
        }

        @Override
        public void openRecording() {
            choose();
        }

        @Override
        public void theme() {
            Shell.this.theme(theme.other());
        }

        @Override
        public void picture() {
            Shell.this.picture();
        }
    }

    /// The picker's wishes.
    private final class PickerActs implements AttachActs {

        @Override
        public List<JvmEntry> jvms() {
            return outside.jvms();
        }

        @Override
        public void attach(JvmEntry jvm, Sampling sampling) {
            Shell.this.open(outside.attach(jvm, sampling));
        }

        @Override
        public void openRecording() {
            choose();
        }

        @Override
        public void open(Path recording) {
            Shell.this.open(outside.open(recording));
        }

        @Override
        public void listed() {
            if (session == null) {
                pickerStatus();
            }
        }
    }
}
