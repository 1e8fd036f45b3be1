package dev.plimsoll.ui.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The page in a real window, driven by clicks and keys.
final class CallbacksPageTest {

    private static TableView<?> table(String id) {
        return (TableView<?>) Desk.find(id);
    }

    @Test
    void leadsFromTheLineThatRegistersToOneCallback() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new CallbacksPage())) {
            TableView<?> sites = table("#callback-sites");
            TableView<?> handles = table("#callback-handles");
            assertTrue(Desk.words().contains("312 callbacks of WindowManager.open"), Desk::words);
            assertEquals(3, Desk.fx(() -> sites.getItems().size()));
            Desk.run(() -> sites.getSelectionModel().select(1));
            desk.settle();
            assertEquals(2, Desk.fx(() -> handles.getItems().size()));
            assertFalse(Desk.shows("#callback-drawer"));
            Desk.run(() -> handles.requestFocus());
            Desk.key(KeyCode.Q);
            desk.settle();
            assertTrue(Desk.shows("#callback-drawer"));
            assertTrue(Desk.words().contains("com.acme.audio.Mixer.mix"), Desk::words);
            Desk.click("#callback-source");
            Desk.await("what opening the source lacks", () -> Desk.words().contains("No command opens sources yet"));
            Desk.click("#callback-address");
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
            Desk.key(KeyCode.ESCAPE);
            Desk.await("no inspector", () -> !Desk.shows("#address-sheet"));
            Desk.click("#callback-handles .address-link");
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
            Desk.key(KeyCode.ESCAPE);
            desk.text("#callbacks-search", "WindowManager");
            assertEquals(1, Desk.fx(() -> sites.getItems().size()));
            desk.text("#callbacks-search", "");
            Desk.click("#callbacks-all");
            desk.settle();
            assertEquals(338, Desk.fx(() -> handles.getItems().size()));
        }
    }

    @Test
    void aRecordingOfTheJdkAloneClaimsNothing() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.plain(), new CallbacksPage())) {
            desk.settle();
            assertTrue(Desk.words().contains("Callbacks are not in this recording; "), Desk::words);
            assertFalse(Desk.words().contains("this is a fact"), Desk::words);
        }
    }

    @Test
    void whatIsKnownIsSuppressedFromTheDrawer() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new CallbacksPage())) {
            Desk.click("#details");
            desk.settle();
            Desk.click("#callback-suppress");
            assertTrue(Desk.fx(() -> Desk.find("#suppress-reason").isFocused()), "ready to type");
            Desk.type("known");
            Desk.key(KeyCode.ENTER);
            Desk.await("the verdict goes", () -> !Desk.shows("#callback-suppress"));
            assertEquals(
                    List.of("known"),
                    Desk.fx(() -> desk.shell().project().suppressed().stream()
                            .map(one -> one.entry().reason())
                            .toList()));
        }
    }

    @Test
    void saysThatNoneIsRegistered() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.empty(), new CallbacksPage())) {
            desk.publish(SampleSnapshots.rich());
            desk.settle();
            assertTrue(Desk.words().contains("312 callbacks of"), Desk::words);
        }
    }
}
