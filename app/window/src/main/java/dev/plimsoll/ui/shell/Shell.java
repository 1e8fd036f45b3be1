package dev.plimsoll.ui.shell;

import dev.plimsoll.event.Frame;
import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Project;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.attach.AttachPicker;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.settings.Setting;
import dev.plimsoll.ui.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One window's content: the bands, the pages, and the session they show. FX thread only. Closing it closes the
/// session.
public final class Shell implements PageContext, AutoCloseable {

    private final Tokens tokens = new Tokens();
    private final FrameDoor door = new FrameDoor();
    private final PagesThread background = new PagesThread();
    private final FrameDoor.Latest<Snapshot> latest = door.latest(this::show);
    private final List<Page> pages;
    private final TargetBar bar;
    private final TabRow tabs;
    private final Timeline timeline;
    private final PagePane area;
    private final StatusBar status = new StatusBar();
    private final Strip strip;
    private final BorderPane bands = new BorderPane();
    private final StackPane root = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Zoom zoom = new Zoom(tokens, new StackPane(bands, overlay));
    private final OpenSession current = new OpenSession(background, latest::poke);
    private final FileSaving files;
    private final SourceOpening source;
    private final Transport transport = new Transport(door, state -> filmMoved(), this::range);
    private final ProjectFiles project;
    private final TargetOffers offers = new TargetOffers(this, background);
    private final NewsDesk news = new NewsDesk(this);
    private final Sheets sheets = new Sheets(this, overlay);
    private final SettingsPane settings = new SettingsPane(this);
    private final Recents recents;
    private final RecordingFiles recordings;
    private final AttachPicker picker;
    private final Outside outside;
    private Page page;
    private Theme theme;
    private @Nullable Snapshot shown;
    private boolean hidden;

    /// @param pages in the order of their tabs, at least one
    public Shell(PageFactory pages, Theme theme, Outside outside) {
        this.outside = outside;
        files = new FileSaving(outside, background, door, this::say);
        source = new SourceOpening(outside.memory(), background, door, this::say);
        project = new ProjectFiles(
                background, sentence -> door.run(() -> say(new StatusLine.Part(sentence, "warning"))), this::decided);
        recents = new Recents(outside.memory());
        recordings = new RecordingFiles(outside::chooseRecording, this::open, this::goTo);
        this.pages = pages.make(tokens);
        this.theme = theme;
        page = Page.remembered(this.pages, outside.memory());
        bar = new TargetBar(tokens, new BarActs(this), new TransportBar(transport));
        tabs = new TabRow(this.pages, this::select, this::clearRange);
        timeline = new Timeline(tokens, this::rangeChanged, this::goTo, transport::seek);
        timeline.remember(outside.memory());
        strip = new Strip(bar, tabs, timeline, transport);
        area = new PagePane(this::showPicker);
        picker = new AttachPicker(this, new PickerActs(this, outside));
        bands.setTop(strip.bands());
        bands.setCenter(area);
        bands.setBottom(status);
        root.getChildren().addAll(tokens, zoom);
        Drops.accept(root, recordings::open);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> ShellKeys.take(event, this));
        tabs.select(page);
        bar.show(theme);
        timeline.sinceStart(settings.sinceStart());
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
        look(scene);
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
        return current.get().isPresent();
    }

    /// Shows a session from now on, and closes the one before.
    public void open(Session next) {
        settings.forget();
        news.reset();
        shown = null;
        pages.forEach(Page::left);
        transport.close();
        timeline.reset();
        strip.all(page);
        project.open(ProjectFiles.place(next.snapshot(), outside.decisions()));
        current.open(next);
        show(next.snapshot());
    }

    /// Opens a recording and remembers it.
    void open(Path recording) {
        recents.opened(recording);
        open(outside.open(recording));
    }

    List<Path> recents() {
        return recents.files();
    }

    /// Nothing is open: the attach picker.
    public void showPicker() {
        transport.close();
        current.close();
        settings.forget();
        shown = null;
        picker.recents(recents.files());
        bar.showPicker();
        strip.barOnly();
        area.only(picker.view());
        pickerStatus();
    }

    void pickerStatus() {
        status.show(List.of(new StatusLine.Part(picker.status(), "")));
        status.keys(Hints.PICKER);
    }

    public void select(Page next) {
        settings.forget();
        if (!page.equals(next)) {
            page.left();
        }
        page = next;
        memory().put(Page.LAST, next.id());
        tabs.select(next);
        refreshPage();
        keysChanged();
    }

    public void theme(Theme next) {
        theme = next;
        bar.show(next);
        Scene scene = root.getScene();
        if (scene != null) {
            look(scene);
        }
    }

    private void look(Scene scene) {
        Look look = Look.of(theme, memory());
        look.apply(scene);
        zoom.set(look.scale() / 100.0);
    }

    /// The other theme, and from now on this one.
    void toggleTheme() {
        memory().put(Setting.THEME, theme.other().word());
        theme(theme.other());
    }

    void showSettings() {
        area.only(settings.make());
        if (sessionOpen()) {
            keysChanged();
        }
    }

    boolean settingsOpen() {
        return settings.open();
    }

    void closeSettings() {
        settings.forget();
        if (shown == null) {
            area.only(picker.view());
        } else {
            refreshPage();
            keysChanged();
        }
    }

    void showPalette() {
        sheets.palette();
    }

    @Override
    public void inspect(long address) {
        shown().ifPresent(snapshot -> sheets.inspect(snapshot, address));
    }

    void showKeys() {
        sheets.keys();
    }

    Overlay overlay() {
        return overlay;
    }

    /// F6: the next or previous band.
    boolean moveBand(int step) {
        Node focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
        return FocusBands.move(
                sessionOpen() ? List.of(bar, strip.of(page), tabs, area) : List.of(bar, area), focus, step);
    }

    void say(StatusLine.Part part) {
        status.show(List.of(part));
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
        transport.close();
        current.close();
        background.end();
    }

    /// Waits until the session has let go of its target. Never on the FX thread.
    void awaitClosed() {
        background.awaitEnd();
    }

    private void decided() {
        current.get().ifPresent(open -> show(open.snapshot()));
    }

    private void show(Snapshot whole) {
        if (current.get().isEmpty()) {
            return;
        }
        Snapshot snapshot = project.sift(whole);
        if (hidden) {
            news.announce(snapshot);
            return;
        }
        Session open = current.get().get();
        boolean first = shown == null;
        shown = snapshot;
        bar.show(TargetBarState.of(snapshot, open.frozen(), open.eventsWaiting()));
        status.show(StatusLine.of(snapshot, open.frozen()));
        transport.of(open);
        strip.show(snapshot);
        tabs.counts(snapshot);
        strip.readRange(snapshot);
        boolean held = timeline.range().isPresent() && snapshot.phase() instanceof Phase.Live;
        if (first || !held) {
            refreshPage();
        }
        if (first) {
            keysChanged();
        }
        news.announce(snapshot);
    }

    /// Whether nobody can see the window: then news are told, and nothing is laid out or drawn.
    public void hidden(boolean unseen) {
        hidden = unseen;
        current.watched(!unseen);
        if (unseen) {
            page.left();
        }
        current.get().filter(open -> !unseen).ifPresent(open -> {
            show(open.snapshot());
            refreshPage();
        });
    }

    private void filmMoved() {
        if (shown != null) {
            strip.show(shown);
            strip.readRange(shown);
        }
    }

    Transport transport() {
        return transport;
    }

    private void refreshPage() {
        Snapshot snapshot = shown;
        if (snapshot == null || settings.open()) {
            return;
        }
        area.show(snapshot.phase(), page.view(), snapshot.timeline().end() > 0);
        page.show(snapshot, this);
        stripChanged();
    }

    private void rangeChanged() {
        if (shown != null) {
            strip.readRange(shown);
            refreshPage();
        }
    }

    void clearRange() {
        timeline.clearRange();
    }

    void freeze(boolean frozen) {
        current.get().filter(open -> shown != null).ifPresent(open -> {
            open.freeze(frozen);
            if (!frozen) {
                timeline.follow();
            }
            show(open.snapshot());
        });
    }

    boolean toggleFreeze() {
        Optional<Session> open = current.get().filter(session -> OpenSession.live(shown));
        open.ifPresent(session -> freeze(!session.frozen()));
        return open.isPresent();
    }

    void detach() {
        current.detach();
    }

    boolean stepBack() {
        if (settings.open()) {
            closeSettings();
            return true;
        }
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
        return current.get().flatMap(Session::playback);
    }

    @Override
    public Optional<EventFeed> events(String type) {
        return current.get().flatMap(open -> open.events(type));
    }

    @Override
    public void goTo(Target target) {
        target.marks().ifPresent(range -> timeline.setRange(range.from(), range.to()));
        for (Page candidate : pages) {
            if (candidate.id().equals(target.page())) {
                select(candidate);
                Optional.ofNullable(shown).ifPresent(snapshot -> candidate.open(target, this));
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
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public void stripChanged() {
        strip.changed(page);
    }

    @Override
    public void keysChanged() {
        status.keys(Hints.of(page, settings.open()));
    }

    RecordingFiles recordings() {
        return recordings;
    }

    void choose() {
        recordings.choose();
    }

    void picture() {
        files.picture(root.getScene(), page.id());
    }

    @Override
    public void save(String suggestedName, Saving saving) {
        files.save(suggestedName, saving);
    }

    @Override
    public Memory memory() {
        return outside.memory();
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public void offer(HealthMetric.Offer offer) {
        current.get().ifPresent(open -> offers.take(offer, open));
    }

    @Override
    public void recordEveryBlock(String binding, Frame line) {
        current.get().ifPresent(open -> offers.exact(open, binding, line));
    }

    @Override
    public void openSource(Frame frame) {
        source.open(frame);
    }
}
