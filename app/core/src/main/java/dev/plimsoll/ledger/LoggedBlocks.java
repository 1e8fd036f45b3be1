package dev.plimsoll.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The blocks of a [BlockLog] that were live at one moment. Nothing is copied.
///
/// @param view the rows that were there
/// @param moment nanoseconds since the epoch
/// @param size live rows
record LoggedBlocks(LogView view, long moment, int size) implements BlockTable {

    @Override
    public int next(int row) {
        for (int next = row; next < view.rows(); next++) {
            Stretch stretch = view.stretches()[next >>> Stretch.SHIFT];
            if (stretch.first() > moment) {
                next |= Stretch.MASK;
            } else if (stretch.live(next & Stretch.MASK, moment)) {
                return next;
            }
        }
        return -1;
    }

    @Override
    public long address(int row) {
        return stretch(row).address(row & Stretch.MASK);
    }

    @Override
    public long bytes(int row) {
        return stretch(row).bytes(row & Stretch.MASK);
    }

    @Override
    public double weight(int row) {
        return stretch(row).weight(row & Stretch.MASK);
    }

    @Override
    public int stack(int row) {
        return view.keys()[view.pairSites()[pair(row)]].stack();
    }

    @Override
    public long allocated(int row) {
        return stretch(row).allocated(row & Stretch.MASK);
    }

    @Override
    public long ownerCollected(int row) {
        long collected = stretch(row).ownerCollected(row & Stretch.MASK);
        return collected > moment ? 0 : collected;
    }

    @Override
    public Block block(int row) {
        PagedBlocks.Traits sort = view.traits()[view.pairTraits()[pair(row)]];
        return new Block(
                row,
                address(row),
                bytes(row),
                weight(row),
                sort.binding(),
                sort.kind(),
                sort.ownerClass(),
                allocated(row),
                ownerCollected(row),
                stack(row));
    }

    @Override
    public AddressHistory history(long address) {
        Deque<AddressHistory.Life> latest = new ArrayDeque<>();
        int count = 0;
        for (int row = 0; row < view.rows(); row++) {
            if (allocated(row) > moment || !AddressHistory.holds(address(row), bytes(row), address)) {
                continue;
            }
            count++;
            if (latest.size() == AddressHistory.MOST) {
                latest.removeFirst();
            }
            long end = stretch(row).ended(row & Stretch.MASK);
            boolean live = Math.abs(end) > moment;
            latest.addLast(new AddressHistory.Life(block(row), live ? 0 : Math.abs(end), !live && end < 0));
        }
        return new AddressHistory(true, count, List.copyOf(latest));
    }

    private int pair(int row) {
        return stretch(row).pair(row & Stretch.MASK);
    }

    private Stretch stretch(int row) {
        return view.stretches()[row >>> Stretch.SHIFT];
    }
}
