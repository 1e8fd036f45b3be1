package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the window meets what is around it: an editor, a file manager, somebody who looks elsewhere.
final class OutsideStoryTest {

    private final SampleOutside outside = new SampleOutside();
    private Shell shell;
    private Stage stage;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        Desk.start();
        shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, outside));
        stage = Desk.show(shell.root(), Theme.LIGHT);
    }

    @AfterEach
    void close() {
        Desk.close(stage);
        Desk.run(shell::close);
    }

    private SampleSession session(Snapshot snapshot) {
        SampleSession session = new SampleSession(snapshot);
        Desk.run(() -> shell.open(session));
        Desk.settle();
        return session;
    }

    /// The command is a real one: it copies the file that it is given to a name with the line.
    @Test
    void aCommandOfThePersonOpensTheLine() throws Exception {
        Path source = folder.resolve("sources/render/src/com/acme/ui/WindowManager.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class WindowManager {}");
        Path opened = folder.resolve("opened-67");
        outside.memory().put(Setting.SOURCE_FOLDERS, folder.resolve("sources").toString());
        outside.memory().put(Setting.SOURCE_COMMAND, "cp {file} " + folder.resolve("opened-{line}"));
        session(SampleSnapshots.rich());
        Desk.click("#tab-callbacks");
        Desk.settle();
        Desk.key(KeyCode.Q);
        Desk.settle();
        Desk.click("#callback-source");
        Desk.await("the file at its line", () -> Files.exists(opened));
    }

    @Test
    void aNewFindingIsAnnouncedAndAClickLeadsToIt() {
        Snapshot rich = SampleSnapshots.rich();
        SampleSession session = session(SampleSnapshots.with(
                rich, 1, rich.findings().subList(1, rich.findings().size())));
        Desk.await("what is known", () -> Desk.shows("#sentence"));
        session.publish(SampleSnapshots.with(rich, 2, rich.findings()));
        Desk.await("the note", () -> note() != null);
        assertTrue(Desk.fx(() -> note().isVisible()));
        Desk.run(() -> note().fireEvent(Desk.mouse(MouseEvent.MOUSE_CLICKED, 5, 5, false)));
        Desk.await(
                "its page", () -> "findings".equals(Desk.fx(() -> shell.page().id())));
    }

    private static Node note() {
        return javafx.stage.Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(".notification-bar"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
