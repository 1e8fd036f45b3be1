package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.SampleSession;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Theme;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From a line of evidence to what it speaks of, by one click, in the whole window.
final class FindingDoorsTest {

    private final Snapshot rich = SampleSnapshots.rich();
    private Shell shell;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Desk.start();
    }

    @BeforeEach
    void show() {
        shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        stage = Desk.show(shell.root(), Theme.LIGHT);
        Desk.run(() -> shell.open(new SampleSession(rich)));
        openFinding(0);
    }

    @AfterEach
    void close() {
        Desk.close(stage);
        Desk.run(shell::close);
        shell.awaitClosed();
    }

    @Test
    void blocksOfTheLine() {
        Desk.click("#evidence-1");
        settle();
        assertEquals("allocations", shell.page().id());
        assertTrue(Desk.words("#block").contains("TextureCache.upload"), "a block of the line is open");
    }

    @Test
    void theCollectionThatTookTheOwner() {
        Desk.click("#evidence-2");
        settle();
        assertEquals("gc", shell.page().id());
        assertTrue(Desk.words("#cycle").contains("GC #187"), Desk.words("#cycle"));
        Desk.key(KeyCode.Q);
        assertFalse(Desk.shows("#cycle"), "closed");
        Desk.click("#details");
        settle();
        assertTrue(Desk.words("#cycle").contains("GC #187"), "and opened again");
    }

    @Test
    void aLineThatFollowsFromOthersIsNoDoor() {
        assertTrue(Desk.words().contains("No free was ever seen"), Desk.words());
        assertFalse(Desk.shows("#evidence-3"));
    }

    @Test
    void theTimeInWhichTheLineGrewOnTheFlameGraph() {
        Desk.click("#evidence-4");
        settle();
        assertEquals("flame", shell.page().id());
        assertEquals(
                Optional.of(new TimeRange(
                        SampleSnapshots.START + 60 * SampleSnapshots.SECOND,
                        SampleSnapshots.START + 360 * SampleSnapshots.SECOND)),
                Desk.fx(shell::range));
        assertTrue(Desk.words("#flame-drawer").contains("TextureCache.upload"), Desk.words("#flame-drawer"));
    }

    @Test
    void theStoryOfAnAddress() {
        Desk.click("#evidence-5");
        Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
        assertTrue(Desk.words("#address-sheet").contains("0x7f0000001000"), Desk.words("#address-sheet"));
    }

    @Test
    void oneOfTheCallbacksAndTheirStackByItsOwnMeasure() {
        openFinding(1);
        Desk.click("#evidence-1");
        settle();
        assertEquals("callbacks", shell.page().id());
        assertTrue(Desk.words("#callback-drawer").contains("WindowManager.open"), Desk.words("#callback-drawer"));

        openFinding(1);
        Desk.click("#evidence-2");
        settle();
        assertEquals("flame", shell.page().id());
        assertTrue(Desk.words("#flame-drawer").contains("WindowManager.open"), Desk.words("#flame-drawer"));
        String callbacks = Desk.fx(() -> ((MenuButton) Desk.find("#flame-metric")).getText());

        openFinding(0);
        Desk.click("#finding-flame");
        settle();
        assertTrue(
                Desk.words("#flame-drawer").contains("TextureCache.upload"), "bytes again, or it would not be drawn");
        assertFalse(
                callbacks.equals(Desk.fx(() -> ((MenuButton) Desk.find("#flame-metric")).getText())),
                "callbacks and bytes are two graphs");
    }

    @Test
    void whatTheMemoryConsistsOf() {
        openFinding(2);
        Desk.click("#evidence-1");
        settle();
        assertEquals("overview", shell.page().id());
    }

    @Test
    void aPageWithoutDetailsOffersNone() {
        assertFalse(Desk.shows("#details"));
    }

    @Test
    void enterOpensTheDoorThatHasTheFocus() {
        Desk.run(() -> Desk.find("#evidence-2").requestFocus());
        Desk.key(KeyCode.ENTER);
        settle();
        assertEquals("gc", shell.page().id());
    }

    private void openFinding(int index) {
        Desk.run(() -> shell.goTo(new Target.FindingAt(index)));
        settle();
        assertEquals("findings", shell.page().id());
    }

    private void settle() {
        Desk.settle();
        Desk.await("all of it", () -> shell.page().settled());
        Desk.settle();
    }
}
