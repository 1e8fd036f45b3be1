package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockRun;
import dev.plimsoll.event.PairNumbers;

/// The rows of the blocks of a run. They are found for all of them before anything is added up: a block that was taken
/// long ago lies far away in memory, and the waits for many overlap. One thread.
final class RunRows {

    private final BlockStore blocks;
    private final AddressSpaces spaces;
    private final Stragglers stragglers;
    private final PairNumbers pairs;
    private final int[] rows = new int[BlockRun.MOST];

    @SuppressWarnings("UnusedVariable") // A read whose value went nowhere would be left out.
    private long fetched;

    RunRows(BlockStore blocks, AddressSpaces spaces, Stragglers stragglers, PairNumbers pairs) {
        this.blocks = blocks;
        this.spaces = spaces;
        this.stragglers = stragglers;
        this.pairs = pairs;
    }

    /// Of a row of the run for which [#find] found it.
    int row(int i) {
        return rows[i];
    }

    /// Finds the rows for `from <= i < to` and takes those of frees out of their address spaces; makes those of
    /// allocations. An address is free for the next block as soon as it was given back.
    ///
    /// @param sorts by number
    /// @return the first that is not what nearly all are, of which nothing was done, or `to`
    int find(BlockRun run, int from, int to, BlockWords words, Sort[] sorts) {
        blocks.expect(to - from);
        fetch(run, from, to, words);
        for (int i = from; i < to; i++) {
            int row;
            if (run.isFree(i)) {
                row = leave(run, i, words.release(run.word(i)));
            } else {
                int pair = words.pair(run.word(i));
                row = settle(run, i, pair, sorts[pairs.second(pair)].space());
            }
            if (row == AddressMap.NONE) {
                return i;
            }
            rows[i] = row;
        }
        return to;
    }

    /// Has the rows of frees brought near, as far as they are likely to be these.
    private void fetch(BlockRun run, int from, int to, BlockWords words) {
        long all = 0;
        for (int i = from; i < to; i++) {
            if (run.isFree(i)) {
                int row = space(run.address(i), words.release(run.word(i))).likely(run.address(i));
                if (row != AddressMap.NONE) {
                    all += blocks.allocated(row);
                }
            }
        }
        fetched = all;
    }

    /// Makes the row of a new block, or does nothing and returns [AddressMap#NONE]: its address is taken, or its free
    /// came before it.
    private int settle(BlockRun run, int i, int pair, AddressMap space) {
        long address = run.address(i);
        int hole = stragglers.isEarly(address) ? AddressMap.NONE : space.hole(address);
        if (hole == AddressMap.NONE) {
            return AddressMap.NONE;
        }
        int row = blocks.add(address, run.bytes(i), run.weight(i), run.time(i), pair);
        space.fill(hole, address, row);
        return row;
    }

    /// Takes a block out of its address space and returns its row, or does nothing and returns [AddressMap#NONE]: it is
    /// unknown, or younger than its free.
    private int leave(BlockRun run, int i, Release release) {
        long address = run.address(i);
        AddressMap space = space(address, release);
        int row = space.remove(address);
        if (row != AddressMap.NONE && blocks.allocated(row) > run.time(i)) {
            space.put(address, row);
            return AddressMap.NONE;
        }
        return row;
    }

    private AddressMap space(long address, Release release) {
        AddressMap apart = release.apart();
        return apart == null ? spaces.at(address) : apart;
    }
}
