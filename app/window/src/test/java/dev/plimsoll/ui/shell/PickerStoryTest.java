package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where every session begins: the list of JVMs, what is known of one, and the ways out of it.
final class PickerStoryTest {

    private final SampleOutside outside = new SampleOutside();
    private ShellDesk desk;
    private Shell shell;

    @BeforeEach
    void show() {
        desk = ShellDesk.open(outside);
        shell = desk.shell();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void pickerFiltersChoosesAndAttachesByKeysAlone() {
        assertTrue(Desk.fx(() -> Desk.find("#filter").isFocused()), "the filter is ready to type into");
        Desk.type("kafka");
        assertEquals("org.apache.kafka.Kafka", text("#advice-title"));
        for (int i = 0; i < 5; i++) {
            Desk.key(KeyCode.BACK_SPACE);
        }
        Desk.key(KeyCode.DOWN);
        Desk.key(KeyCode.DOWN);
        String second = text("#advice-title");
        assertNotEquals("org.apache.kafka.Kafka", second);
        Desk.key(KeyCode.ENTER);
        Desk.await("the session", () -> shell.shown().isPresent());
        assertTrue(outside.asked.getLast().startsWith("attach "), outside.asked.toString());
        assertTrue(outside.asked.getLast().endsWith(" adaptive"), outside.asked.toString());
        assertTrue(Desk.shows("#timeline"));
    }

    @Test
    void refusedJvmsAreGreyedWithTheReason() {
        String words = Desk.words();
        assertTrue(words.contains("Process 40961 was started with -XX:+DisableAttachMechanism"), words);
        assertTrue(words.contains("12 JVMs, 3 cannot be attached"), words);
        Desk.click("#sampling-exact");
        Desk.click("#attach");
        Desk.await("the session", () -> shell.shown().isPresent());
        assertEquals("attach 48213 every-block", outside.asked.getLast());
    }

    @Test
    void aJvmThatRefusesAgentsGetsTheOptionForItsNextStart() {
        Desk.click(row("#refused", 1));
        assertEquals("com.acme.batch.NightlyJob", text("#advice-title"));
        assertFalse(Desk.shows("#attach"), "it cannot be attached");
        Desk.click("#copy-flags");
        String agent =
                Path.of(System.getProperty("plimsoll.agent")).toAbsolutePath().toString();
        assertEquals(
                "-javaagent:" + agent + "=file=plimsoll.jfr",
                Desk.fx(() -> Clipboard.getSystemClipboard().getString()));
        Desk.click(row("#refused", 0));
        assertFalse(Desk.shows("#copy-flags"), "no option helps against another user");
        Desk.click(row("#jvms", 0));
        assertTrue(Desk.shows("#attach"));
        assertTrue(Desk.fx(
                () -> ((TableView<?>) Desk.find("#refused")).getSelectionModel().isEmpty()));
    }

    @Test
    void twoRecordingsAreComparedFromThePicker() {
        Desk.click("#compare-two");
        Desk.await("the session", () -> shell.shown().isPresent());
        assertEquals(
                List.of(
                        "choose " + Words.say("dialog.compareA"),
                        "choose " + Words.say("dialog.compareB"),
                        "open render-leak-1404.jfr"),
                outside.asked.stream()
                        .filter(asked -> !asked.equals("jvms"))
                        .limit(3)
                        .toList());
        assertEquals("compare", Desk.fx(() -> shell.page().id()));
    }

    @Test
    void demoStartsFromThePicker() {
        Desk.click("#start-demo");
        Desk.await("the session", () -> shell.shown().isPresent());
        assertEquals(
                List.of("demo", "attach 70707 adaptive"),
                outside.asked.subList(outside.asked.size() - 2, outside.asked.size()));
    }

    @Test
    void whatWasAttachedIsOfferedAgainWhileItRuns() {
        Desk.click(row("#jvms", 2));
        Desk.click("#attach");
        Desk.await("the session", () -> shell.shown().isPresent());
        Desk.run(shell::showPicker);
        Desk.run(shell.picker()::refresh);
        Desk.await("the recent process", () -> Desk.shows("#recent-33041"));
        assertFalse(Desk.shows("#recent-48213"), "it was never attached");
        assertFalse(outside.memory().get("recent.processes", "").contains("-q jobs"), "arguments are not written down");
        Desk.click("#recent-33041");
        Desk.await("the session", () -> shell.shown().isPresent());
        assertEquals("attach 33041 adaptive", outside.asked.getLast());
        Desk.run(shell::showPicker);
        outside.jvms(SampleOutside.machine().subList(0, 2));
        Desk.run(shell.picker()::refresh);
        Desk.await("the new list", () -> Desk.words().contains("2 JVMs"));
        assertFalse(Desk.shows("#recent-33041"), "it ended");
        outside.jvms(SampleOutside.machine().stream()
                .filter(jvm -> !jvm.attachable())
                .toList());
        Desk.run(shell.picker()::refresh);
        Desk.await(
                "only some that cannot be attached",
                () -> Desk.words().contains("No other JVM of this user is running"));
        outside.jvms(SampleOutside.machine().subList(0, 1));
        Desk.run(shell.picker()::refresh);
        Desk.await("the only one", () -> Desk.words().contains("1 JVM, 0 cannot"));
    }

    @Test
    void listRefreshesAndKeepsTheSelection() {
        Desk.click(row("#jvms", 3));
        assertEquals("org.jetbrains.idea.maven.server.RemoteMavenServer36", text("#advice-title"));
        outside.jvms(SampleOutside.machine().subList(1, 9));
        Desk.run(shell.picker()::refresh);
        Desk.await("the new list", () -> Desk.words().contains("8 JVMs"));
        assertEquals("org.jetbrains.idea.maven.server.RemoteMavenServer36", text("#advice-title"));
    }

    private static String text(String selector) {
        return Desk.fx(() -> Desk.shown(((Label) Desk.find(selector)).getText()));
    }

    private static Node row(String table, int index) {
        return Desk.fx(() -> Desk.find(table).lookupAll(".table-row-cell").stream()
                .filter(cell -> ((IndexedCell<?>) cell).getIndex() == index)
                .findFirst()
                .orElseThrow());
    }
}
