package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.tk.TKClipboard;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.settings.Setting;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the window meets what is around it: an editor, a file manager, somebody who looks elsewhere.
final class OutsideStoryTest {

    private final SampleOutside outside = new SampleOutside();
    private ShellDesk desk;
    private Shell shell;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        desk = ShellDesk.open(outside);
        shell = desk.shell();
    }

    @AfterEach
    void close() {
        desk.close();
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
    void oneDroppedRecordingIsOpenedAndTwoAreCompared() {
        Path one = folder.resolve("before.jfr");
        Path two = folder.resolve("after.jfr.gz");
        assertFalse(drop(List.of(folder.resolve("notes.txt"))), "no recording");
        assertTrue(drop(List.of(one)));
        Desk.await("the session", () -> shell.shown().isPresent());
        assertEquals("open before.jfr", outside.asked.getLast());
        assertTrue(drop(List.of(one, two)));
        Desk.await(
                "the comparison",
                () -> "compare".equals(Desk.fx(() -> shell.page().id())));
        assertTrue(outside.asked.contains("open after.jfr.gz"), outside.asked::toString);
    }

    @Test
    void aRecordingDroppedOnAPlaceOfTheComparisonGoesThere() {
        session(SampleSnapshots.rich());
        Desk.click("#tab-compare");
        Desk.settle();
        int asked = outside.asked.size();
        assertTrue(drop(List.of(folder.resolve("before.jfr.gz")), Desk.find("#zone-A")));
        Desk.await("that it cannot be read", () -> Desk.words().contains("before.jfr.gz"));
        assertEquals(asked, outside.asked.size(), "what is open stays");
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

    private boolean drop(List<Path> files) {
        return drop(files, shell.root());
    }

    /// Lets go of files over a node: the last two events of a drag, which the headless platform never begins.
    private static boolean drop(List<Path> files, Node target) {
        boolean[] taken = new boolean[1];
        Desk.run(() -> {
            Dragboard board = board(files.stream().map(Path::toFile).toList());
            if (event(DragEvent.DRAG_OVER, board, target).isAccepted()) {
                taken[0] = event(DragEvent.DRAG_DROPPED, board, target).isDropCompleted();
            }
        });
        Desk.settle();
        return taken[0];
    }

    /// What the system of a real screen hands over: files to be copied.
    private static Dragboard board(List<File> files) {
        InvocationHandler hands = (proxy, method, arguments) -> switch (method.getName()) {
            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
            case "getContentTypes" -> Set.of(DataFormat.FILES);
            case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
            case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
        try {
            var maker = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            maker.setAccessible(true);
            return maker.newInstance(Proxy.newProxyInstance(
                    TKClipboard.class.getClassLoader(), new Class<?>[] {TKClipboard.class}, hands));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node target) {
        DragEvent event =
                new DragEvent(type, board, 5, 5, 5, 5, TransferMode.COPY, null, target, new PickResult(target, 5, 5));
        target.fireEvent(event);
        return event;
    }
}
