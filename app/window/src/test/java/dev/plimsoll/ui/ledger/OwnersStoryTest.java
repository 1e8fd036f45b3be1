package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.OwnerCollected;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.FilterPopup;
import dev.plimsoll.ui.NativeEvents;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.RecordedHere;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which objects hold native memory, from a recording to the row of a block.
final class OwnersStoryTest {

    private static final long MIB = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void memoryByTheClassOfItsOwner() throws Exception {
        Snapshot read = RecordedHere.of(folder.resolve("owners.jfr"), () -> {
            // Each stands for two: 3 x 2 x 2 MiB, of which two blocks' owner is gone.
            for (int i = 1; i <= 3; i++) {
                allocate(i * 0x1000, 2 * MIB, 2, "com.acme.Texture");
            }
            collected(0x1000, 2 * MIB, 2, "com.acme.Texture");
            allocate(0x10000, 5 * MIB, 1, "com.acme.Mesh");
            allocate(0x20000, MIB, 1, null);
        });
        try (PageDesk desk = PageDesk.open(read, new AllocationsPage())) {
            Desk.click("#by-owner");
            desk.settle();
            TableView<OwnerRow> owners = owners();
            assertEquals(
                    List.of("com.acme.Texture", "com.acme.Mesh", "no owner known"),
                    cells(owners, "Owner class"),
                    "most live bytes first");
            assertEquals(List.of("12.0", "5.0", "1.0"), cells(owners, "Live MiB"));
            // 1.96 x sqrt(3 x 2^2 x 2 x 1) MiB
            assertEquals(List.of("± 9.6", "exact", "exact"), cells(owners, "95 %"));
            assertEquals(List.of("6", "1", "1"), cells(owners, "Blocks"));
            assertEquals(List.of("4", "1", ""), cells(owners, "Alive, blocks"));
            assertEquals(List.of("2", "0", ""), cells(owners, "Collected, blocks"));
            assertEquals(List.of("4.0", "0.0", ""), cells(owners, "Collected, MiB"));
            assertTrue(Desk.words().contains("3 classes of owners"), Desk::words);
            assertEquals(3, blocks().size(), "the blocks of the first");
            assertTrue(Desk.words().contains("owned by com.acme.Texture"), Desk::words);

            Desk.run(() -> owners.getSelectionModel().select(2));
            desk.settle();
            assertEquals(List.of(0x20000L), blocks());
            assertTrue(Desk.words().contains("without a known owner"), Desk::words);
            FilterPopup.filter(owners, "Collected, blocks", "> 0");
            assertEquals(1, Desk.fx(() -> owners.getItems().size()));
            Desk.click("#sites-copy");
            assertEquals(2, desk.clipboard().lines().count(), desk::clipboard);
            assertTrue(desk.clipboard().contains("com.acme.Texture"), desk::clipboard);
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<OwnerRow> owners() {
        return (TableView<OwnerRow>) Desk.find("#owners");
    }

    @SuppressWarnings("unchecked")
    private static List<Long> blocks() {
        return Desk.fx(() -> ((TableView<Block>) Desk.find("#blocks"))
                .getItems().stream().map(Block::address).toList());
    }

    /// What the cells of a column say, from the top.
    private static List<String> cells(TableView<OwnerRow> table, String head) {
        return Desk.fx(() -> {
            TableColumn<OwnerRow, ?> column = table.getVisibleLeafColumns().stream()
                    .filter(candidate -> head.equals(candidate.getText()))
                    .findFirst()
                    .orElseThrow();
            return table.lookupAll(".table-cell").stream()
                    .map(node -> (TableCell<?, ?>) node)
                    .filter(cell -> column.equals(cell.getTableColumn()) && !cell.isEmpty())
                    .sorted(Comparator.comparingInt(TableCell::getIndex))
                    .map(TableCell::getText)
                    .toList();
        });
    }

    private static void allocate(long address, long bytes, double weight, String owner) {
        NativeAllocation event = NativeEvents.allocation("lwjgl", "memory", address, bytes);
        event.weight = weight;
        event.ownerClass = owner;
        event.commit();
    }

    private static void collected(long address, long bytes, double weight, String owner) {
        OwnerCollected event = new OwnerCollected();
        event.address = address;
        event.bytes = bytes;
        event.weight = weight;
        event.binding = "lwjgl";
        event.ownerClass = owner;
        event.seen = System.currentTimeMillis();
        event.commit();
    }
}
