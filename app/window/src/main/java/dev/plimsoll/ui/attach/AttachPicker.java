package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.attach.AttachViewState.Row;
import dev.plimsoll.ui.kit.KeptColumns;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The picker as the window uses it: asks for the JVMs every 5 s while it is on the screen. FX thread only.
public final class AttachPicker {

    private static final Duration EVERY = Duration.seconds(5);

    private final AttachPresenter presenter = new AttachPresenter();
    private final PageContext context;
    private final AttachActs acts;
    private final AttachView view;
    private final FrameDoor.Latest<List<JvmEntry>> lists;
    private final Timeline clock = new Timeline(new KeyFrame(EVERY, event -> refresh()));
    private final FileRecording recording;
    private boolean asking;
    private boolean closed;

    public AttachPicker(PageContext context, AttachActs acts) {
        this.context = context;
        this.acts = acts;
        recording = new FileRecording(context.memory(), acts, this::attachable, this::sampling);
        view = new AttachView(
                this::onlyAttachable, this::attach, this::attach, context::copy, recording.button, recording.box);
        KeptColumns.in(view.attachable, context.memory());
        lists = context.door().latest(this::show);
        clock.setCycleCount(Animation.INDEFINITE);
        view.filter.textProperty().addListener((observed, was, is) -> {
            presenter.filter(is);
            redraw();
        });
        view.refresh.setOnAction(event -> refresh());
        view.openRecording.setOnAction(event -> acts.openRecording());
        view.openRecording.setId("open-recording");
        view.compare.setOnAction(event -> acts.compare());
        view.compare.setId("compare-two");
        view.demo.setOnAction(event -> acts.demo(sampling()));
        view.hasDemo(acts.hasDemo());
        view.attachable.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> chosen(is));
        view.refused.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> chosen(is));
        view.attachable.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2
                    && view.attachable.getSelectionModel().getSelectedItem() != null) {
                attach();
            }
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.sceneProperty().addListener((observed, was, is) -> onScreen(is != null));
        redraw();
    }

    public Node view() {
        return view;
    }

    /// Asks no more; a recording to a file that is not done is given up.
    public void close() {
        closed = true;
        clock.stop();
        recording.cancel();
    }

    /// Recordings opened lately, the newest first.
    public void recents(List<Path> files) {
        view.recents(files, acts::open);
    }

    /// Whether a list has come.
    public boolean settled() {
        return presenter.state().loaded();
    }

    /// The status bar's left end.
    public String status() {
        AttachViewState state = presenter.state();
        String refused = Words.count(state.refusedTotal());
        return state.total() == 1
                ? Words.say("attach.statusOne", refused)
                : Words.say("attach.status", Words.count(state.total()), refused);
    }

    private void onScreen(boolean shown) {
        if (shown) {
            refresh();
            clock.play();
            view.filter.requestFocus();
        } else {
            clock.stop();
        }
    }

    /// Asks for a new list unless one is on its way.
    public void refresh() {
        if (asking || closed) {
            return;
        }
        asking = true;
        context.background().execute(() -> lists.poke(acts.jvms()));
    }

    private void show(List<JvmEntry> jvms) {
        asking = false;
        presenter.show(jvms, System.currentTimeMillis());
        view.refreshed.setText(Words.say("attach.refreshed", Words.clock(System.currentTimeMillis() * 1_000_000L)));
        view.processes.show(acts.recent(jvms));
        redraw();
        acts.listed();
    }

    private boolean redrawing;

    private void redraw() {
        redrawing = true;
        view.show(presenter.state());
        redrawing = false;
    }

    private void chosen(@Nullable Row row) {
        if (row != null && !redrawing) {
            presenter.select(row.jvm().pid());
            redrawing = true;
            view.clearOther(row.jvm().attachable());
            redrawing = false;
            view.card.show(presenter.state());
        }
    }

    private void onlyAttachable(boolean only) {
        presenter.onlyAttachable(only);
        redraw();
    }

    private void attach(JvmEntry jvm) {
        acts.attach(jvm, sampling());
    }

    private void attach() {
        attachable().ifPresent(this::attach);
    }

    private Optional<JvmEntry> attachable() {
        return presenter.state().selected().filter(JvmEntry::attachable);
    }

    private Sampling sampling() {
        return view.card.sampling();
    }

    /// Arrows and Enter work while the filter has the focus.
    private void key(KeyEvent event) {
        boolean inButton = view.getScene() != null && view.getScene().getFocusOwner() instanceof ButtonBase;
        if (event.getCode() == KeyCode.ENTER && !inButton) {
            attach();
            event.consume();
        } else if (view.filter.isFocused() && (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP)) {
            presenter.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
            redraw();
            event.consume();
        }
    }
}
