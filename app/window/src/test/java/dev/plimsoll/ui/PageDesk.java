package dev.plimsoll.ui;

import dev.plimsoll.session.EventFeed;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.shell.Shell;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// One page in a real window, with a session that the test feeds. Close it when done.
public final class PageDesk implements AutoCloseable {

    private final Shell shell;
    private final Stage stage;
    private final SampleSession session;
    private final SampleOutside outside;
    private final Page page;

    private PageDesk(Shell shell, Stage stage, SampleSession session, SampleOutside outside, Page page) {
        this.shell = shell;
        this.stage = stage;
        this.session = session;
        this.outside = outside;
        this.page = page;
    }

    /// Opens a window with these pages, the first of them visible, and waits until it shows the snapshot.
    public static PageDesk open(Snapshot snapshot, Page... pages) {
        Desk.start();
        SampleOutside outside = new SampleOutside();
        SampleSession session = new SampleSession(snapshot);
        Shell shell = Desk.fx(() -> new Shell(tokens -> List.of(pages), Theme.LIGHT, outside));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.run(() -> shell.open(session));
        PageDesk desk = new PageDesk(shell, stage, session, outside, pages[0]);
        desk.settle();
        return desk;
    }

    public SampleOutside outside() {
        return outside;
    }

    public Shell shell() {
        return shell;
    }

    public void publish(Snapshot snapshot) {
        session.publish(snapshot);
    }

    /// What a live target records, from the next snapshot on.
    public void feeds(Function<String, EventFeed> feeds) {
        session.feeds(feeds);
    }

    /// Waits until everything asked for is on the screen.
    public void settle() {
        Desk.settle();
        Desk.await(page.id() + " shows everything", page::settled);
        Desk.settle();
    }

    /// A click with a modifier, which the headless robot cannot do.
    public void click(Node node, double x, double y, boolean shortcut) {
        Desk.run(() -> {
            // Without a source, positions are taken to be the scene's.
            Point2D at = node.localToScene(x, y);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                node.fireEvent(Desk.mouse(type, at.getX(), at.getY(), shortcut));
            }
        });
        settle();
    }

    /// Puts a text into a field as typing does, at once.
    public void text(String field, String text) {
        TextInputControl control = (TextInputControl) Desk.find(field);
        Desk.run(() -> control.setText(text));
        settle();
    }

    public String clipboard() {
        return Desk.fx(() -> Clipboard.getSystemClipboard().getString());
    }

    @Override
    public void close() {
        Desk.close(stage);
        Desk.run(shell::close);
    }
}
