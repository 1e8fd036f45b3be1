package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.FilterPopup;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.RecordedHere;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.callback.CallbacksPage;
import dev.plimsoll.ui.gc.GcPage;
import dev.plimsoll.ui.ledger.AllocationsPage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns filtered by hand, on the pages of a recording that this JVM wrote.
final class ColumnFiltersTest {

    private static final long MIB = 1024 * 1024;
    private static Snapshot read;

    @BeforeAll
    static void record(@TempDir Path folder) throws Exception {
        read = RecordedHere.of(folder.resolve("mixed.jfr"), () -> {
            LongStream.range(0, 7).forEach(i -> allocate("jna", 0x1000 + i * 0x1000, MIB));
            allocate("ffm", 0x100000, 13 * MIB);
            allocate("lwjgl", 0x200000, 5 * MIB);
            register(0x300000, "com.acme.Comparator.compare");
            register(0x300100, "com.acme.Comparator.compare");
            register(0x300200, "com.acme.Listener.resized");
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
        });
    }

    @Test
    void cyclesByTheirIdAndCause() {
        try (PageDesk desk = PageDesk.open(read, Desk.fx(() -> new GcPage(new Tokens())))) {
            TableView<?> cycles = table("#cycles");
            List<Long> ids =
                    read.timeline().cycles().stream().map(cycle -> cycle.gcId()).toList();
            assertEquals(ids.size(), size(cycles));
            FilterPopup.filter(cycles, "GC", "> " + ids.get(ids.size() - 3));
            desk.settle();
            assertEquals(2, size(cycles));
            assertTrue(Desk.words().contains("#" + ids.getLast()), Desk::words);
            FilterPopup.filter(cycles, "Cause", "allocation");
            assertEquals(0, size(cycles), "all filters together");
            FilterPopup.filter(cycles, "Cause", "system.gc");
            assertEquals(2, size(cycles));
            FilterPopup.filter(cycles, "GC", "");
            FilterPopup.filter(cycles, "Cause", "");
            assertEquals(ids.size(), size(cycles));
        }
    }

    @Test
    void bindingsByWhatIsLive() {
        try (PageDesk desk = PageDesk.open(read, new AllocationsPage())) {
            Desk.click("#by-binding");
            desk.settle();
            TableView<?> bindings = table("#bindings");
            assertEquals(3, size(bindings));
            FilterPopup.filter(bindings, "Live MiB", "> 6");
            desk.settle();
            assertEquals(2, size(bindings));
            assertTrue(Desk.words().contains("13.0"), Desk::words);
            FilterPopup.filter(bindings, "Binding", "jn");
            assertEquals(1, size(bindings));
        }
    }

    @Test
    void callbacksAndTheirLines() {
        try (PageDesk desk = PageDesk.open(read, new CallbacksPage())) {
            TableView<?> sites = table("#callback-sites");
            TableView<?> handles = table("#callback-handles");
            assertEquals(3, size(handles));
            FilterPopup.filter(handles, "Target", "resized");
            desk.settle();
            assertEquals(1, size(handles));
            FilterPopup.filter(handles, "Target", "");
            FilterPopup.filter(sites, "Live", "> 3");
            desk.settle();
            assertEquals(0, size(sites));
            FilterPopup.filter(sites, "Live", "= 3");
            desk.settle();
            assertEquals(1, size(sites));
        }
    }

    private static void allocate(String binding, long address, long bytes) {
        NativeEvents.allocation(binding, "confined", address, bytes).commit();
    }

    private static void register(long handle, String target) {
        CallbackRegistered event = new CallbackRegistered();
        event.handle = handle;
        event.targetClass = target;
        event.binding = "ffm";
        event.lifetime = "shared";
        event.commit();
    }

    private static TableView<?> table(String selector) {
        return (TableView<?>) Desk.find(selector);
    }

    private static int size(TableView<?> table) {
        return Desk.fx(() -> table.getItems().size());
    }
}
