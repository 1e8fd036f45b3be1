package dev.plimsoll.ledger;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The sums of a [LogView] at some moments, and for the time from each to the next which blocks ended and which lost
/// their owner. What there was at any moment is then the sums of the last checkpoint before it, moved on by what
/// happened since: the cost follows the events between two checkpoints and the number of pairs, not the recording.
///
/// All of it lies outside the heap: the sums take at most [#BYTES_A_ROW] bytes for each block of the recording, or as
/// much as those of one moment, and the numbers of rows 8 or 16. Any thread.
final class Checkpoints {

    /// A log has 40 for each block.
    private static final long BYTES_A_ROW = 24;

    /// At most, for one pair and moment: it may be in three sums with 40 bytes each.
    private static final long BYTES_A_PAIR = 120;

    /// Fewer blocks between two are added up faster than sums are fetched.
    private static final int FEWEST_ROWS = 16_384;

    private static final int MOST = 64;

    private final LogView view;

    /// Latest allocation of each stretch.
    private final long[] lasts;

    private final Spell[] spells;

    /// The time after one checkpoint until the next.
    ///
    /// @param from moment of the checkpoint
    /// @param sums as [MomentSums#columns()] writes them
    /// @param ended numbers of the rows that ended
    /// @param bereft numbers of the rows whose owner was collected
    private record Spell(long from, LongBuffer sums, LongBuffer ended, LongBuffer bereft) {}

    private Checkpoints(LogView view, long[] lasts, Spell[] spells) {
        this.view = view;
        this.lasts = lasts;
        this.spells = spells;
    }

    /// Adds everything up once, some 100 ns for each block.
    ///
    /// @throws IOException when there is no room on the disk
    /// @throws CancellationException when `cancelled` said yes
    static Checkpoints of(LogView view, BooleanSupplier cancelled) throws IOException {
        long affordable = BYTES_A_ROW * view.rows() / (BYTES_A_PAIR * Math.max(1, view.pairs()));
        int most = Math.clamp(Math.min(affordable, view.rows() / FEWEST_ROWS), 1, MOST);
        SpellIndex index = SpellIndex.of(view, most, cancelled);
        Spell[] spells = new Spell[index.count()];
        Checkpoints checkpoints = new Checkpoints(view, index.lasts(), spells);
        MomentSums sums = MomentSums.none(view.pairs());
        for (int i = 0; i < spells.length; i++) {
            spells[i] = new Spell(index.from(i), MappedLongs.of(sums.columns()), index.ended(i), index.bereft(i));
            if (i + 1 < spells.length) {
                checkpoints.move(sums, spells[i], index.from(i + 1), cancelled);
            }
        }
        return checkpoints;
    }

    /// As [LogView#at].
    ///
    /// @throws CancellationException when `cancelled` said yes
    MomentSums at(long time, BooleanSupplier cancelled) {
        int low = 0;
        int high = spells.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (spells[middle].from <= time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        MomentSums sums = MomentSums.of(spells[low].sums, view.pairs());
        move(sums, spells[low], time, cancelled);
        return sums;
    }

    /// Moves sums from the start of a spell to a moment in it.
    private void move(MomentSums sums, Spell spell, long to, BooleanSupplier cancelled) {
        begin(sums, spell.from, to, cancelled);
        LogView.look(cancelled);
        end(sums, spell, to);
        mourn(sums, spell, to);
    }

    private void begin(MomentSums sums, long from, long to, BooleanSupplier cancelled) {
        long[] room = Stretch.room();
        for (int index = 0; index < lasts.length; index++) {
            Stretch stretch = view.stretches()[index];
            if (stretch.first() > to || lasts[index] <= from) {
                continue;
            }
            LogView.look(cancelled);
            long[] walked = stretch.walk(room);
            int rows = view.rowsOf(index);
            for (int i = 0; i < rows; i++) {
                long born = Stretch.allocated(walked, i);
                if (born <= from || born > to) {
                    continue;
                }
                int pair = Stretch.pair(walked, i);
                long bytes = stretch.bytes(walked, i);
                double weight = Stretch.weight(walked, i);
                sums.allocated.add(pair, bytes, weight);
                if (Math.abs(Stretch.ended(walked, i)) > to) {
                    sums.alive.add(pair, bytes, weight);
                    sums.live++;
                }
            }
        }
    }

    private void end(MomentSums sums, Spell spell, long to) {
        for (int i = 0; i < spell.ended.limit(); i++) {
            int row = (int) spell.ended.get(i);
            Stretch stretch = view.stretches()[row >>> Stretch.SHIFT];
            int at = row & Stretch.MASK;
            long ended = stretch.ended(at);
            if (Math.abs(ended) > to || stretch.allocated(at) > to) {
                continue;
            }
            int pair = stretch.pair(at);
            long bytes = stretch.bytes(at);
            double weight = stretch.weight(at);
            if (stretch.allocated(at) <= spell.from) {
                sums.alive.remove(pair, bytes, weight);
                sums.live--;
                long death = stretch.ownerCollected(at);
                if (death != 0 && death <= spell.from) {
                    sums.gone.remove(pair, bytes, weight);
                }
            }
            if (ended > 0) {
                sums.freed.add(pair, bytes, weight);
            }
        }
    }

    private void mourn(MomentSums sums, Spell spell, long to) {
        for (int i = 0; i < spell.bereft.limit(); i++) {
            int row = (int) spell.bereft.get(i);
            Stretch stretch = view.stretches()[row >>> Stretch.SHIFT];
            int at = row & Stretch.MASK;
            if (stretch.ownerCollected(at) <= to && stretch.live(at, to)) {
                sums.gone.add(stretch.pair(at), stretch.bytes(at), stretch.weight(at));
            }
        }
    }
}
