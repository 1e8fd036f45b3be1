package dev.plimsoll.ui;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import java.util.ArrayList;
import java.util.List;

/// Blocks in plain arrays.
final class SampleBlocks implements BlockTable {
    static final SampleBlocks EMPTY = new SampleBlocks();
    private final List<Block> rows = new ArrayList<>();

    void add(Block block) {
        rows.add(block);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int next(int row) {
        return row < rows.size() ? row : -1;
    }

    @Override
    public long address(int row) {
        return rows.get(row).address();
    }

    @Override
    public long bytes(int row) {
        return rows.get(row).bytes();
    }

    @Override
    public double weight(int row) {
        return rows.get(row).weight();
    }

    @Override
    public int stack(int row) {
        return rows.get(row).stack();
    }

    @Override
    public long allocated(int row) {
        return rows.get(row).allocated();
    }

    @Override
    public Block block(int row) {
        return rows.get(row);
    }
}
