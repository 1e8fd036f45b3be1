package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import java.util.concurrent.atomic.AtomicInteger;

/// A snapshot with as many live blocks as one likes, computed from their row numbers; every seventh was freed.
final class ManyBlocks implements BlockTable {

    private final int rows;
    private final int stack;
    private final AtomicInteger made = new AtomicInteger();

    private ManyBlocks(int rows, int stack) {
        this.rows = rows;
        this.stack = stack;
    }

    static Snapshot snapshot(int rows) {
        Snapshot of = SampleSnapshots.rich();
        LedgerSnapshot ledger = of.ledger();
        LedgerSnapshot many = new LedgerSnapshot(
                ledger.time(),
                ledger.bindings(),
                ledger.stacks(),
                new ManyBlocks(rows, ledger.stacks().getFirst().key().stack()),
                ledger.callbacks(),
                ledger.callbacksRegistered(),
                ledger.callbacksReleased(),
                ledger.misuses(),
                ledger.orphanFrees(),
                ledger.eventsApplied());
        return new Snapshot(
                of.version(),
                of.phase(),
                of.subject(),
                of.stacks(),
                many,
                of.timeline(),
                of.findings(),
                of.summary(),
                of.health(),
                of.coverage());
    }

    /// How many rows were made into objects.
    int made() {
        return made.get();
    }

    @Override
    public int size() {
        return rows - (rows + 6) / 7;
    }

    @Override
    public int next(int row) {
        int live = row % 7 == 0 ? row + 1 : row;
        return live < rows ? live : -1;
    }

    @Override
    public long address(int row) {
        return 0x7f00_0000_0000L + (row * 2_654_435_761L & 0xfff_ffff) * 4096;
    }

    @Override
    public long bytes(int row) {
        return 16 + (row * 2_654_435_761L & 0xffff);
    }

    @Override
    public double weight(int row) {
        return 1;
    }

    @Override
    public int stack(int row) {
        return stack;
    }

    @Override
    public long allocated(int row) {
        return SampleSnapshots.START + row * 500L;
    }

    @Override
    public Block block(int row) {
        made.incrementAndGet();
        return new Block(row, address(row), bytes(row), 1, "lwjgl", "malloc", null, allocated(row), 0, stack);
    }
}
