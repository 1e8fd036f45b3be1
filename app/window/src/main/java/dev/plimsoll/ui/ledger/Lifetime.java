package dev.plimsoll.ui.ledger;

import dev.plimsoll.event.NativeEvent;
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

/// The life of one block as lanes: the block, its owner when one is known, uses of it that are known, whether Cleaners
/// have run in vain, and its release. What is not known has no lane.
final class Lifetime {

    private static final double PITCH = 24;

    private Lifetime() {}

    static LifeChart of(Block block, @Nullable Ending ending, Snapshot snapshot) {
        long now = snapshot.ledger().time();
        long end = ending == null ? now : ending.time();
        long start = Math.min(block.allocated(), snapshot.timeline().start());
        List<Cycle> cycles = snapshot.timeline().cycles();
        List<LifeChart.Lane> lanes = new ArrayList<>();
        lanes.add(block(block, ending, end));
        if (block.ownerClass() != null || block.ownerCollected() > 0) {
            lanes.add(owner(block, end, cycles));
        }
        List<NativeEvent.Misuse> uses = uses(block, end, snapshot.ledger().misuses());
        if (!uses.isEmpty()) {
            lanes.add(used(uses));
        }
        if (ending == null && block.ownerCollected() > 0) {
            lanes.add(cleaner(block));
        }
        lanes.add(ending == null ? release(block, now, cycles) : freed(block, ending));
        return new LifeChart(start, Math.max(now, start + 1), cycles, lanes, PITCH);
    }

    private static LifeChart.Lane block(Block block, @Nullable Ending ending, long end) {
        String head = Words.say("life.allocated", Words.time(block.allocated()), Words.bytes(block.bytes()));
        String tail = ending == null ? Words.say("life.live") : "";
        Token hue = BindingColors.of(block.binding()).hue();
        var bar = new LifeChart.Bar(block.allocated(), end, hue, ending == null ? 1 : 0.5, head, tail);
        return new LifeChart.Lane(Words.say("life.block"), List.of(bar), List.of());
    }

    /// Only wrong uses are recorded one by one: those of this block, and not of another that lay there.
    private static List<NativeEvent.Misuse> uses(Block block, long end, List<NativeEvent.Misuse> misuses) {
        return misuses.stream()
                .filter(misuse -> misuse.address() >= block.address()
                        && misuse.address() < block.address() + Math.max(1, block.bytes()))
                .filter(misuse -> misuse.time() >= block.allocated()
                        && (misuse.earlier() == 0
                                ? misuse.time() <= end
                                : misuse.earlier() >= block.allocated() && misuse.earlier() <= end))
                .toList();
    }

    /// In words: when it was last used wrongly, or that no use is recorded; and of graphics memory when anything was
    /// last sent through its binding, which may have been another block's.
    static String lastUse(Block block, @Nullable Ending ending, Snapshot snapshot) {
        long end = ending == null ? snapshot.ledger().time() : ending.time();
        List<NativeEvent.Misuse> uses = uses(block, end, snapshot.ledger().misuses());
        String words = uses.isEmpty()
                ? Words.say("life.lastUse.unknown")
                : Words.say(
                        "life.lastUse",
                        Words.time(uses.getLast().time()),
                        uses.getLast().kind());
        Uploads uploads = Uploads.of(block.binding(), snapshot.health().calls());
        return uploads.any()
                ? words + Words.say("life.lastUse.upload", block.binding(), Words.clock(uploads.last()))
                : words;
    }

    private static LifeChart.Lane used(List<NativeEvent.Misuse> uses) {
        NativeEvent.Misuse last = uses.getLast();
        return new LifeChart.Lane(
                Words.say("life.used"),
                List.of(),
                uses.stream()
                        .map(use -> new LifeChart.Tick(use.time(), Token.CRITICAL))
                        .toList(),
                Words.say("life.usedAt", last.kind(), Words.time(last.time())),
                last.time(),
                Token.CRITICAL);
    }

    /// A death is told only once the Cleaners have run after it.
    private static LifeChart.Lane cleaner(Block block) {
        return new LifeChart.Lane(
                Words.say("life.cleaner"),
                List.of(),
                List.of(),
                Words.say("life.cleanerRan"),
                block.ownerCollected(),
                Token.CRITICAL);
    }

    private static LifeChart.Lane freed(Block block, Ending ending) {
        String words = ending.exact()
                ? Words.say("life.freedAt", Words.time(ending.time()), Words.age(ending.time() - block.allocated()))
                : Words.say("life.freedBefore", Words.time(ending.time()));
        List<LifeChart.Tick> ticks = ending.exact() ? List.of(new LifeChart.Tick(ending.time(), Token.GC)) : List.of();
        return new LifeChart.Lane(Words.say("life.free"), List.of(), ticks, words, ending.time(), Token.TEXT_2);
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

    private static LifeChart.Lane release(Block block, long now, List<Cycle> cycles) {
        long died = block.ownerCollected();
        String name = Words.say("life.free");
        if (died == 0) {
            return new LifeChart.Lane(
                    name, List.of(), List.of(), Words.say("life.notYet"), block.allocated(), Token.TEXT_2);
        }
        String note = Words.say("life.never", Words.cycles(new CycleClock(cycles).since(died)), Words.age(now - died));
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
