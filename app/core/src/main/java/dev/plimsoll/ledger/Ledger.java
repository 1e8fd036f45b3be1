package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockLabel;
import dev.plimsoll.event.BlockRun;
import dev.plimsoll.event.EventSink;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.PairNumbers;
import dev.plimsoll.event.StackTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/// The account of live blocks and callbacks.
///
/// One thread calls everything here, [#snapshot()] too; a snapshot may then be read by any thread for as long as it
/// likes while the ledger goes on. Nothing that the target did is an error: a free without an allocation is an orphan,
/// a second allocation at a live address means that a free was lost, and both are counted.
///
/// Events come in as records through [#apply], or field by field as an [EventSink], which is how a file is read.
public final class Ledger implements EventSink {

    /// Misuses kept; the oldest go first.
    static final int MISUSES = 1_000;

    private final SiteBook sites;
    private final BindingBook bindings = new BindingBook();
    private final CycleBook cycles = new CycleBook();
    private final HistoryBook history;
    private final CallbackBook callbacks;
    private final BlockBook blocks;
    private final BlockWords words;
    private final @Nullable BlockLog blockLog;
    private final @Nullable CallbackLog callbackLog;
    private final List<NativeEvent.BindingTotals> counters = new ArrayList<>();
    private final ArrayDeque<NativeEvent.Misuse> misuses = new ArrayDeque<>();

    private long time;
    private long eventsApplied;
    private @Nullable LedgerSnapshot published;

    /// A ledger whose history takes every stack for a line of its own.
    public Ledger() {
        this(new HistoryBook(null), new PairNumbers(), null, null);
    }

    /// @param stacks what stack numbers mean; its writer is the thread that calls this ledger
    public Ledger(StackTable stacks) {
        this(new HistoryBook(stacks), new PairNumbers(), null, null);
    }

    /// A ledger that can tell of every moment: it keeps what ended, 40 bytes for each block outside
    /// the heap: as much as a quarter of the largest heap in memory, and the rest in temporary files.
    ///
    /// @param stacks what stack numbers mean; its writer is the thread that calls this ledger
    public static Ledger remembering(StackTable stacks) {
        PairNumbers pairs = new PairNumbers();
        return new Ledger(new HistoryBook(stacks), pairs, new BlockLog(pairs), new CallbackLog());
    }

    /// As above, with at most `inMemory` stretches of blocks in memory.
    static Ledger remembering(StackTable stacks, int inMemory) {
        PairNumbers pairs = new PairNumbers();
        return new Ledger(new HistoryBook(stacks), pairs, new BlockLog(pairs, inMemory), new CallbackLog());
    }

    private Ledger(
            HistoryBook history, PairNumbers pairs, @Nullable BlockLog blockLog, @Nullable CallbackLog callbackLog) {
        this.history = history;
        this.blockLog = blockLog;
        this.callbackLog = callbackLog;
        sites = new SiteBook(blockLog == null);
        callbacks = new CallbackBook(history, callbackLog);
        blocks = new BlockBook(blockLog == null ? new BlockPages(pairs) : blockLog, pairs, sites, cycles, history);
        words = new BlockWords(pairs, sites, history, traits -> blocks.traits(traits, bindings));
    }

    /// What this ledger can tell of the past; nothing may be applied afterwards.
    ///
    /// @throws IllegalStateException when it does not remember
    public Past past() {
        if (blockLog == null || callbackLog == null) {
            throw new IllegalStateException("this ledger does not remember");
        }
        return new Past(view(blockLog), callbackLog, counters, snapshot(), blocks.peakTime());
    }

    @Override
    public void origin(int number, BlockLabel label, int stack) {
        words.origin(number, label, stack);
    }

    @Override
    public void release(int number, String binding, FreeCause cause) {
        words.release(number, blocks.release(binding, cause));
    }

    @Override
    public void blocks(BlockRun run) {
        blocks(run, 0, run.size());
    }

    /// Applies the rows `from <= row < to` of a run, at least one.
    public void blocks(BlockRun run, int from, int to) {
        int at = from;
        while (at < to) {
            history.tick(run.time(at));
            int end = run.until(history.epochEnd(), at, to);
            at = blocks.enter(run, at, end, words);
            if (at < end) {
                one(run, at++);
            }
            history.tick(run.time(at - 1));
        }
        eventsApplied += to - from;
        time = Math.max(time, run.time(to - 1));
    }

    /// A row that needs a closer look.
    private void one(BlockRun run, int row) {
        if (run.isFree(row)) {
            blocks.free(run.time(row), run.address(row), words.release(run.word(row)));
        } else {
            blocks.allocate(
                    run.time(row), run.address(row), run.bytes(row), run.weight(row), words.pair(run.word(row)));
        }
    }

    @Override
    public void other(NativeEvent event) {
        apply(event);
    }

    @Override
    public void together(List<NativeEvent> simultaneous) {
        applyTogether(simultaneous);
    }

    /// Applies a batch that is sorted by time. Within one nanosecond the order is found out: a free of a live block
    /// goes first, a free of an unknown one last, for its block may have been taken in the same nanosecond.
    public void apply(List<? extends NativeEvent> batch) {
        int from = 0;
        while (from < batch.size()) {
            int to = from + 1;
            long now = batch.get(from).time();
            while (to < batch.size() && batch.get(to).time() == now) {
                to++;
            }
            if (to == from + 1) {
                apply(batch.get(from));
            } else {
                applyTogether(batch.subList(from, to));
            }
            from = to;
        }
    }

    private void applyTogether(List<? extends NativeEvent> simultaneous) {
        List<NativeEvent> rest = new ArrayList<>();
        for (NativeEvent event : simultaneous) {
            if (event instanceof NativeEvent.Free free && blocks.holds(free.address(), free.binding())) {
                apply(free);
            } else {
                rest.add(event);
            }
        }
        List<NativeEvent> last = new ArrayList<>();
        for (NativeEvent event : rest) {
            if (event instanceof NativeEvent.Free || event instanceof NativeEvent.CallbackReleased) {
                last.add(event);
            } else {
                apply(event);
            }
        }
        last.forEach(this::apply);
    }

    /// Applies one event; events come in the order of their times.
    public void apply(NativeEvent event) {
        boolean block = event instanceof NativeEvent.Allocation || event instanceof NativeEvent.Free;
        if (block) {
            applied(event.time());
        }
        switch (event) {
            case NativeEvent.Allocation a ->
                blocks.allocate(
                        a.time(),
                        a.address(),
                        a.bytes(),
                        a.weight(),
                        words.pair(a.binding(), a.kind(), a.ownerClass(), a.everyBlock(), a.stack()));
            case NativeEvent.Free f -> blocks.free(f.time(), f.address(), blocks.release(f.binding(), f.cause()));
            case NativeEvent.OwnerCollected o -> {
                if (!blocks.ownerCollected(o)) {
                    callbacks.ownerCollected(o.address(), o.seen());
                }
            }
            case NativeEvent.CallbackRegistered c -> callbacks.register(c);
            case NativeEvent.CallbackReleased c -> callbacks.release(c.handle(), c.time());
            case NativeEvent.CallbackActivity c -> callbacks.activity(c.handle(), c.invocations(), c.last());
            case NativeEvent.Misuse m -> misuse(callbacks.placed(m));
            case NativeEvent.BindingTotals t -> {
                bindings.account(t.binding()).counters(t.allocatedBytes(), t.allocations(), t.frees());
                if (blockLog != null) {
                    counters.add(t);
                }
            }
            case NativeEvent.GcCycle c -> {
                cycles.cycle(c);
                history.cycle(c.time());
            }
            case NativeEvent.ThreadStarted t -> history.threadStarted(t.stack());
            case NativeEvent.ResidentMemory ignored -> {}
            case NativeEvent.HeapSummary ignored -> {}
            case NativeEvent.GcReferences r -> cycles.references(r);
            case NativeEvent.NativeCalls ignored -> {}
            case NativeEvent.AgentHealth ignored -> {}
            case NativeEvent.BindingCoverage ignored -> {}
            case NativeEvent.DataLoss ignored -> {}
            case NativeEvent.JvmInformation ignored -> {}
            case NativeEvent.GcConfiguration ignored -> {}
            case NativeEvent.SystemGc ignored -> {}
            case NativeEvent.HeldObject ignored -> {}
            case NativeEvent.Gauge ignored -> {}
        }
        if (!block) {
            applied(event.time());
        }
    }

    /// The state now; the same object as the last time when nothing was applied since.
    public LedgerSnapshot snapshot() {
        LedgerSnapshot last = published;
        if (last == null || last.eventsApplied() != eventsApplied) {
            last = new LedgerSnapshot(
                    time,
                    bindings.publish(),
                    stacks(),
                    blocks.publish(),
                    callbacks.publish(),
                    callbacks.registered(),
                    callbacks.released(),
                    List.copyOf(misuses),
                    blocks.orphanFrees(),
                    eventsApplied,
                    blocks.lostBlocks(),
                    cycles.publish(sites.keys()));
            published = last;
        }
        return last;
    }

    /// Owner deaths of cycles that a snapshot no longer has, since the last call; without sites, oldest first.
    public List<OwnerDeaths> passedDeaths() {
        return cycles.passed();
    }

    private List<StackTotals> stacks() {
        return blockLog == null ? sites.publish() : new LoggedTotals(view(blockLog), time);
    }

    private LogView view(BlockLog log) {
        return log.view(sites.keys(), sites.size(), blocks.traits());
    }

    /// How the sites came to where they are. To be asked for about once a second: it looks at every line.
    public History history() {
        return history.publish(
                blockLog == null ? null : new StackFigures(view(blockLog), time, sites.lines(), history.lines()));
    }

    /// Live callbacks now.
    public long callbacksLive() {
        return callbacks.live();
    }

    /// Calls `each` with every binding and its live bytes now, by name.
    public void liveBytes(ObjDoubleConsumer<String> each) {
        bindings.live(each);
    }

    private void applied(long when) {
        eventsApplied++;
        time = Math.max(time, when);
        history.tick(when);
    }

    private void misuse(NativeEvent.Misuse misuse) {
        if (misuses.size() == MISUSES) {
            misuses.removeFirst();
        }
        misuses.addLast(misuse);
    }
}
