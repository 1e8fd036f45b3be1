package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.event.v1.Misuse;
import dev.plimsoll.jfr.event.v1.NativeCalls;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.RecordedHere;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What went to the graphics driver, beside what lives there, and when a block was last used.
final class UploadsStoryTest {

    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void bytesSentToTheDriverStandBesideItsBlocks() throws Exception {
        Snapshot read = RecordedHere.of(folder.resolve("gl.jfr"), () -> {
            texture();
            calls("glBufferData, copied", 1, MIB);
            // Counters since the attach: the newest counts.
            calls("glBufferData, copied", 3, 5 * MIB);
            calls("glTexSubImage2D, copied", 1, MIB / 2);
            calls("glMapBuffer, mapped", 2, 3 * MIB);
            calls("vkMapMemory, mapped", 9, 90 * MIB);
            calls("strlen", 40, 0);
            mesh();
        });
        try (PageDesk desk = PageDesk.open(read, new AllocationsPage())) {
            assertFalse(Desk.shows("#uploads"), "the biggest site is no graphics memory");
            assertEquals("Last use: not recorded", text("#last-use"));
            Desk.run(() ->
                    ((TableView<?>) Desk.find("#sites")).getSelectionModel().select(1));
            desk.settle();
            assertEquals(
                    "Sent to the driver by all of gl since the attach: 5.5 MiB copied in 4 calls, 3.0 MiB mapped in 2"
                            + " calls",
                    text("#uploads"));
            assertEquals(
                    "glBufferData: 5.0 MiB in 3 calls\nglTexSubImage2D: 512 KiB in 1 call\nglMapBuffer: 3.0 MiB in 2"
                            + " calls",
                    Desk.fx(() -> ((Label) Desk.find("#uploads")).getTooltip().getText()));
            assertTrue(
                    text("#last-use").startsWith("Last use: not recorded. Something was last sent through gl at "),
                    text("#last-use"));
        }
    }

    @Test
    void aWrongUseIsTheLastOneThatIsKnown() throws Exception {
        Snapshot read = RecordedHere.of(folder.resolve("misuse.jfr"), () -> {
            mesh();
            Misuse misuse = new Misuse();
            misuse.kind = "wrong allocator";
            misuse.address = 0x9000;
            misuse.binding = "lwjgl";
            misuse.commit();
        });
        try (PageDesk desk = PageDesk.open(read, new AllocationsPage())) {
            desk.settle();
            assertTrue(text("#last-use").startsWith("Last use that is recorded: "), text("#last-use"));
            assertTrue(text("#last-use").endsWith(", wrong allocator"), text("#last-use"));
        }
    }

    private static String text(String selector) {
        return Desk.fx(() -> ((Label) Desk.find(selector)).getText());
    }

    private static void texture() {
        NativeEvents.allocation("gl", "texture", 0x1, 2 * MIB).commit();
    }

    private static void mesh() {
        NativeEvents.allocation("lwjgl", "memory", 0x9000, 7 * MIB).commit();
    }

    private static void calls(String symbol, long count, long bytes) {
        NativeCalls event = new NativeCalls();
        event.symbol = symbol;
        event.count = count;
        event.bytes = bytes;
        event.commit();
    }
}
