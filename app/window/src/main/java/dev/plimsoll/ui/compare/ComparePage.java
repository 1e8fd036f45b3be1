package dev.plimsoll.ui.compare;

import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.KeyHint;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Two recordings side by side: what is open in the window, and another one.
public final class ComparePage implements Page {

    private final StackPane place = new StackPane();
    private final Function<Path, Session> opener;
    private @Nullable CompareView view;
    private @Nullable PageContext context;
    private @Nullable Reading readingA;
    private @Nullable Reading readingB;

    public ComparePage() {
        this(PlaybackSession::open);
    }

    /// @param opener begins to read a recording
    ComparePage(Function<Path, Session> opener) {
        this.opener = opener;
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String title() {
        return Words.say("compare.title");
    }

    @Override
    public Node view() {
        return place;
    }

    @Override
    public void show(Snapshot snapshot, PageContext pageContext) {
        boolean marks =
                pageContext.range().isPresent() && pageContext.playback().isPresent();
        view(pageContext).presenter().window(snapshot, marks);
    }

    @Override
    public boolean open(Target target, PageContext pageContext) {
        view(pageContext);
        if (target instanceof Target.Baseline(Path recording)) {
            read(true, recording);
            return true;
        }
        return target instanceof Target.ToPage;
    }

    @Override
    public Optional<Node> strip() {
        return Optional.ofNullable(view).map(CompareView::strip);
    }

    @Override
    public boolean accept(KeyEvent event) {
        return view != null && view.accept(event);
    }

    @Override
    public Optional<Runnable> details() {
        CompareView known = view;
        return known == null || !known.comparing() ? Optional.empty() : Optional.of(known::toggleDrawer);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of(Words.say("compare.key.swap"), "X"),
                KeyHint.of(Words.say("flame.key.search"), "Ctrl", "F"),
                KeyHint.of(Words.say("flame.key.out"), "0"),
                KeyHint.of(Words.say("flame.key.details"), "Q"));
    }

    @Override
    public boolean settled() {
        return view == null || view.presenter().settled();
    }

    private CompareView view(PageContext pageContext) {
        context = pageContext;
        CompareView known = view;
        if (known == null) {
            known = new CompareView(pageContext, new Acts());
            view = known;
            place.getChildren().setAll(known.node());
        }
        return known;
    }

    private void read(boolean first, Path recording) {
        CompareView shown = view;
        PageContext here = context;
        if (shown == null || here == null) {
            return;
        }
        Reading before = first ? readingA : readingB;
        if (before != null) {
            before.end();
        }
        ComparePresenter presenter = shown.presenter();
        Reading reading = new Reading(opener.apply(recording), here, first ? presenter::a : presenter::otherB);
        if (first) {
            readingA = reading;
        } else {
            readingB = reading;
        }
    }

    /// A recording while it is read; once it is, its snapshot is all that is needed.
    private static final class Reading {

        private final Session session;
        private final Session.Subscription subscription;
        private boolean ended;

        Reading(Session session, PageContext context, java.util.function.Consumer<Slot> onSlot) {
            this.session = session;
            onSlot.accept(Slot.of(session.snapshot()));
            FrameDoor.Latest<Snapshot> latest = context.door().latest(snapshot -> {
                if (!ended) {
                    Slot slot = Slot.of(snapshot);
                    onSlot.accept(slot);
                    if (!slot.reading()) {
                        end();
                    }
                }
            });
            subscription = session.onSnapshot(latest::poke);
        }

        void end() {
            ended = true;
            subscription.close();
            session.close();
        }
    }

    private final class Acts implements CompareActs {

        @Override
        public void choose(boolean first) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Words.say("dialog.recording"));
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.say("dialog.recordings"), "*.jfr"));
            File file = chooser.showOpenDialog(place.getScene().getWindow());
            if (file != null) {
                read(first, file.toPath());
            }
        }

        @Override
        public void open(boolean first, Path recording) {
            read(first, recording);
        }

        @Override
        public void cancel(boolean first) {
            Reading reading = first ? readingA : readingB;
            if (reading != null && view != null) {
                reading.end();
                view.presenter().giveUp(first);
            }
        }

        @Override
        public void marks() {
            CompareView shown = view;
            PageContext here = context;
            if (shown == null || here == null) {
                return;
            }
            Optional<Playback> playback = here.playback();
            here.range()
                    .ifPresent(range ->
                            playback.ifPresent(film -> here.background().execute(() -> {
                                Snapshot from = film.at(range.from(), () -> false);
                                Snapshot to = film.at(range.to(), () -> false);
                                here.door().run(() -> {
                                    shown.presenter().a(at(range.from(), from));
                                    shown.presenter().otherB(at(range.to(), to));
                                });
                            })));
        }

        private Slot at(long time, Snapshot snapshot) {
            return new Slot(Words.say("compare.at", Words.clock(time)), snapshot, -1, "");
        }

        @Override
        public void refresh() {
            if (view != null) {
                view.presenter().refresh();
            }
        }
    }
}
