package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.PageDesk;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.Target;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.junit.jupiter.api.Test;

/// The page in a real window, driven by clicks and keys.
final class AllocationsPageTest {

    @SuppressWarnings("unchecked")
    private static TableView<SiteRow> sites() {
        return (TableView<SiteRow>) Desk.find("#sites");
    }

    @SuppressWarnings("unchecked")
    private static TableView<Block> blocks() {
        return (TableView<Block>) Desk.find("#blocks");
    }

    @Test
    void columnsOfControlsFxFilterOffTheFxThread() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage())) {
            TableView<SiteRow> sites = sites();
            TableView<Block> blocks = blocks();
            Desk.run(() -> column(sites, "sites-BLOCKS").setPredicate(value -> (Double) value > 1000));
            Desk.run(() -> ((org.controlsfx.control.tableview2.FilteredTableView<?>) sites).filter());
            desk.settle();
            assertEquals(2, Desk.fx(() -> sites.getItems().size()));
            assertTrue(Desk.words().contains("2 of 10 sites hold"), Desk::words);
        }
    }

    @SuppressWarnings("unchecked")
    private static FilteredTableColumn<SiteRow, Object> column(TableView<SiteRow> sites, String id) {
        return (FilteredTableColumn<SiteRow, Object>) sites.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordingWithoutAllocationsPromisesNone() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.plain(), new AllocationsPage())) {
            desk.settle();
            assertTrue(Desk.words().contains("Native allocations are not in this recording."), Desk::words);
            assertFalse(Desk.words().contains("No native allocation yet"), Desk::words);
        }
    }

    @Test
    void filterFieldTakesAnExpression() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage())) {
            TableView<SiteRow> sites = sites();
            TableView<Block> blocks = blocks();
            Desk.key(KeyCode.CONTROL, KeyCode.F);
            Desk.type("codec");
            desk.settle();
            assertEquals(3, Desk.fx(() -> sites.getItems().size()));
            desk.text("#sites-search", "codec\\.(Zip|Jpeg)");
            assertEquals(2, Desk.fx(() -> sites.getItems().size()));
        }
    }

    @Test
    void leadsFromASiteToItsBlocksAndOneLife() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage())) {
            TableView<SiteRow> sites = sites();
            TableView<Block> blocks = blocks();
            assertTrue(Desk.words().contains("of TextureCache.upload"), Desk::words);
            Desk.run(() -> blocks.getSelectionModel().select(3));
            desk.settle();
            long address = Desk.fx(() -> blocks.getItems().get(3).address());
            assertTrue(Desk.words().contains("0x" + Long.toHexString(address)), Desk::words);
            assertTrue(Desk.words().contains("262,144 bytes"), Desk::words);
            Desk.run(() -> desk.shell().goTo(new Target.Block(0x7f3a0e440000L + 5)));
            desk.settle();
            assertEquals(
                    0x7f3a0e440000L,
                    Desk.fx(() -> blocks.getSelectionModel().getSelectedItem().address()));
        }
    }

    @Test
    void anAddressIsInspectedByAClickOnIt() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage())) {
            TableView<Block> blocks = blocks();
            long address = Desk.fx(() -> blocks.getItems().get(2).address());
            Desk.click(Desk.fx(() -> blocks.lookupAll(".address-link").stream()
                    .filter(link -> ((Labeled) link).getText().equals("0x" + Long.toHexString(address)))
                    .findFirst()
                    .orElseThrow()));
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
            assertTrue(Desk.words().contains("0 bytes from its beginning"), Desk::words);
            Desk.key(KeyCode.ESCAPE);
            Desk.await("no inspector", () -> !Desk.shows("#address-sheet"));
            Desk.run(() -> blocks.getSelectionModel().select(1));
            desk.settle();
            Desk.click("#block-address");
            Desk.await("the inspector", () -> Desk.shows("#address-sheet"));
        }
    }

    @Test
    void millionBlocksCostNoRows() {
        try (PageDesk desk = PageDesk.open(ManyBlocks.snapshot(1_000_003), new AllocationsPage())) {
            TableView<SiteRow> sites = sites();
            TableView<Block> blocks = blocks();
            ManyBlocks table = (ManyBlocks)
                    Desk.fx(() -> desk.shell().shown().orElseThrow().ledger()).blocks();
            assertEquals(table.size(), Desk.fx(() -> blocks.getItems().size()));
            Desk.click("#blocks-SIZE");
            desk.settle();
            Desk.run(() -> blocks.scrollTo(500_000));
            Desk.settle();
            assertTrue(table.made() < 5_000, () -> table.made() + " rows were made");
        }
    }

    @Test
    void copiesRowsAsCsv() {
        try (PageDesk desk = PageDesk.open(SampleSnapshots.rich(), new AllocationsPage())) {
            TableView<SiteRow> sites = sites();
            TableView<Block> blocks = blocks();
            Desk.run(() -> sites.requestFocus());
            Desk.key(KeyCode.CONTROL, KeyCode.C);
            String csv = desk.clipboard();
            assertTrue(csv.startsWith("binding,frame,liveBytes"), csv);
            assertEquals(11, csv.lines().count());
        }
    }
}
