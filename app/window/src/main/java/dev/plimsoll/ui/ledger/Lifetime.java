package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.LifeChart;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of one block as lanes: the block, its owner when one is known, and its release. What is not known has no
/// lane.
final class Lifetime {

    private static final double PITCH = 24;

    private Lifetime() {}

    static LifeChart of(Block block, boolean freed, Snapshot snapshot) {
        long now = snapshot.ledger().time();
        long start = Math.min(block.allocated(), snapshot.timeline().start());
        List<LifeChart.Lane> lanes = new ArrayList<>();
        lanes.add(block(block, freed, now));
        if (block.ownerClass() != null || block.ownerCollected() > 0) {
            lanes.add(owner(block, now, snapshot.timeline().cycles()));
        }
        lanes.add(release(block, freed, now, snapshot));
        return new LifeChart(
                start, Math.max(now, start + 1), snapshot.timeline().cycles(), lanes, PITCH);
    }

    private static LifeChart.Lane block(Block block, boolean freed, long now) {
        String head = Words.say("life.allocated", Words.time(block.allocated()), Words.bytes(block.bytes()));
        String tail = freed ? "" : Words.say("life.live");
        Token hue = BindingColors.of(block.binding()).hue();
        var bar = new LifeChart.Bar(block.allocated(), now, hue, freed ? 0.5 : 1, head, tail);
        return new LifeChart.Lane(Words.say("life.block"), List.of(bar), List.of());
    }

    private static LifeChart.Lane owner(Block block, long now, List<Cycle> cycles) {
        String owner = block.ownerClass();
        String name = Words.say("life.owner", owner == null ? "" : owner.substring(owner.lastIndexOf('.') + 1));
        long died = block.ownerCollected();
        if (died == 0) {
            var bar = new LifeChart.Bar(block.allocated(), now, Token.HEAP_LINE, 1);
            return new LifeChart.Lane(name.strip(), List.of(bar), List.of());
        }
        Cycle cycle = lastEnded(cycles, died);
        String note = cycle == null
                ? Words.say("life.collected.unknown", Words.time(died))
                : Words.say("life.collected", cycle.gcId(), Words.time(died));
        var bar = new LifeChart.Bar(block.allocated(), died, Token.HEAP_LINE, 1);
        return new LifeChart.Lane(
                name.strip(), List.of(bar), List.of(new LifeChart.Tick(died, Token.GC)), note, died, Token.TEXT_2);
    }

    private static LifeChart.Lane release(Block block, boolean freed, long now, Snapshot snapshot) {
        long died = block.ownerCollected();
        String name = Words.say("life.free");
        if (freed) {
            return new LifeChart.Lane(
                    name, List.of(), List.of(), Words.say("life.freed"), block.allocated(), Token.TEXT_2);
        }
        if (died == 0) {
            return new LifeChart.Lane(
                    name, List.of(), List.of(), Words.say("life.notYet"), block.allocated(), Token.TEXT_2);
        }
        int cycles = new CycleClock(snapshot.timeline().cycles()).since(died);
        String note = Words.say("life.never", Words.cycles(cycles), Words.age(now - died));
        return new LifeChart.Lane(
                name, List.of(), List.of(new LifeChart.Tick(died, Token.CRITICAL)), note, died, Token.CRITICAL);
    }

    /// A death is put down to the last cycle that ended before it was seen.
    static @Nullable Cycle lastEnded(List<Cycle> cycles, long time) {
        Cycle last = null;
        for (Cycle cycle : cycles) {
            if (cycle.end() <= time) {
                last = cycle;
            }
        }
        return last;
    }
}
