package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.Cells;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Identity;
import dev.plimsoll.ui.kit.Rows;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The table of live blocks, a million of them if need be: a row is read from the columns when it comes into sight.
/// FX thread.
final class BlocksTable {

    /// More chosen rows than this are not put on the clipboard.
    private static final int MOST_COPIED = 100_000;

    private final AllocationsPresenter presenter;
    private final Rows<Block> rows = new Rows<>();
    private final TableView<Block> table = Columns.table();
    private @Nullable BlockIndex shown;
    private CycleClock clock = new CycleClock(List.of());
    private List<Cycle> cycles = List.of();
    private long now;
    private boolean showing;

    BlocksTable(AllocationsPresenter presenter, LongConsumer onInspect) {
        this.presenter = presenter;
        table.setId("blocks");
        table.setAccessibleText(Words.say("blocks.title"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<Block, Block> address =
                Columns.text(Words.say("blocks.address"), 122, block -> Words.address(block.address()), "mono");
        address.setCellFactory(ignored -> Cells.address(Block::address, onInspect));
        TableColumn<Block, Block> size =
                Columns.number(Words.say("blocks.size"), 76, Block::bytes, block -> Words.bytes(block.bytes()));
        TableColumn<Block, Block> age = Columns.number(
                Words.say("blocks.age"), 84, Block::allocated, block -> Words.age(now - block.allocated()));
        TableColumn<Block, Block> inCycles = Columns.number(
                Words.say("blocks.cycles"), 62, Block::allocated, block -> Words.count(clock.since(block.allocated())));
        TableColumn<Block, Block> owner = Columns.text(Words.say("blocks.owner"), 118, this::owner);
        TableColumn<Block, Block> kind = Columns.text(Words.say("blocks.kind"), 100, Block::kind);
        inCycles.setSortable(false);
        kind.setSortable(false);
        kind.setVisible(false);
        table.setTableMenuButtonVisible(true);
        Map.of(BlockColumn.ADDRESS, address, BlockColumn.SIZE, size, BlockColumn.AGE, age, BlockColumn.OWNER, owner)
                .forEach((name, column) -> {
                    column.setUserData(name);
                    column.setId("blocks-" + name);
                    // Never asked: the sort policy is ours. But without one a column cannot be sorted.
                    column.setComparator(Comparator.comparingLong(Block::address));
                });
        table.getColumns().setAll(List.of(address, size, age, inCycles, owner, kind));
        table.setItems(rows);
        table.setSortPolicy(ignored -> {
            sort();
            return true;
        });
        table.getSortOrder().setAll(List.of(age));
        table.getSelectionModel().selectedItemProperty().addListener((observed, was, is) -> {
            if (!showing && is != null) {
                presenter.choose(is);
            }
        });
    }

    TableView<Block> node() {
        return table;
    }

    void show(AllocationsViewState state) {
        BlockIndex next = state.blocks();
        if (next == null || state.snapshot() == null) {
            return;
        }
        if (!Identity.same(cycles, state.snapshot().timeline().cycles())) {
            cycles = state.snapshot().timeline().cycles();
            clock = new CycleClock(cycles);
        }
        now = state.snapshot().ledger().time();
        Block chosen = state.block();
        Block selected = table.getSelectionModel().getSelectedItem();
        boolean same = selected == null ? chosen == null : chosen != null && selected.address() == chosen.address();
        if (Identity.same(next, shown) && same) {
            return;
        }
        showing = true;
        if (!Identity.same(next, shown)) {
            shown = next;
            rows.show(next.size(), next::block);
        }
        int at = chosen == null || state.ending() != null
                ? -1
                : state.place() == AllocationsViewState.UNKNOWN ? next.find(chosen.address()) : state.place();
        if (at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
        } else {
            table.getSelectionModel().clearSelection();
        }
        showing = false;
    }

    /// Lets go of the blocks.
    void left() {
        showing = true;
        shown = null;
        rows.show(0, place -> {
            throw new IndexOutOfBoundsException(place);
        });
        showing = false;
    }

    /// The chosen rows, or all when there is at most one; the first [#MOST_COPIED] of them.
    List<Block> chosen() {
        List<Block> chosen = table.getSelectionModel().getSelectedItems();
        List<Block> from = chosen.size() > 1 ? chosen : rows;
        return List.copyOf(from.subList(0, Math.min(MOST_COPIED, from.size())));
    }

    CycleClock clock() {
        return clock;
    }

    private String owner(Block block) {
        if (block.ownerCollected() == 0) {
            return Words.say(block.ownerClass() == null ? "blocks.owner.unknown" : "blocks.owner.reachable");
        }
        Cycle cycle = Lifetime.lastEnded(cycles, block.ownerCollected());
        return cycle == null
                ? Words.say("blocks.owner.collected")
                : Words.say("blocks.owner.collectedIn", cycle.gcId());
    }

    private void sort() {
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<Block, ?> first = table.getSortOrder().getFirst();
            if (first.getUserData() instanceof BlockColumn by) {
                presenter.sortBlocks(by, first.getSortType() == TableColumn.SortType.DESCENDING);
            }
        }
    }
}
