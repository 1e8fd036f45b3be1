package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A ledger that is given runs of blocks ends where one ends that is given each event as a record, to the last digit.
class BlockRunsTest {

    private static final int EVENTS = 40_000;

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,false", "5,false", "8,true"})
    void runsLeadWhereSingleEventsLead(long seed, boolean remembering) {
        StackTable stacks = stacks();
        List<NativeEvent> events = program(new Random(seed));
        Ledger singly = remembering ? Ledger.remembering(stacks) : new Ledger(stacks);
        Ledger inRuns = remembering ? Ledger.remembering(stacks) : new Ledger(stacks);
        BlockLabels labels = new BlockLabels();
        for (List<NativeEvent> batch : batches(events, new Random(seed))) {
            singly.apply(batch);
            EventColumns columns = new EventColumns(labels, 16);
            batch.forEach(columns::add);
            columns.seal();
            columns.replay(inRuns);
        }
        assertEquals(text(singly.snapshot()), text(inRuns.snapshot()));
        assertEquals(text(singly.history()), text(inRuns.history()));
        LedgerSnapshot end = inRuns.snapshot();
        assertTrue(end.lostBlocks() > 100, () -> end.lostBlocks() + " lost");
        assertTrue(end.orphanFrees() > 100, () -> end.orphanFrees() + " orphans");
        assertTrue(inRuns.history().epochs() > 10, () -> inRuns.history().epochs() + " epochs");
        if (remembering) {
            long from = events.get(EVENTS / 3).time();
            long to = events.get(EVENTS / 2).time();
            assertEquals(
                    text(singly.past().between(from, to, () -> false)),
                    text(inRuns.past().between(from, to, () -> false)));
        }
    }

    private static StackTable stacks() {
        StackTable stacks = new StackTable();
        for (int line = 1; line <= 20; line++) {
            stacks.intern(List.of(new Frame("Shop", "serve", line, FrameKind.JAVA)), false);
        }
        return stacks;
    }

    /// Each in order of time, but some events come a batch too late.
    private static List<List<NativeEvent>> batches(List<NativeEvent> events, Random random) {
        List<List<NativeEvent>> batches = new ArrayList<>();
        List<NativeEvent> late = List.of();
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(4_000));
            List<NativeEvent> batch = new ArrayList<>(late);
            late = new ArrayList<>();
            for (NativeEvent event : events.subList(from, to)) {
                (random.nextInt(50) == 0 && to < events.size() ? late : batch).add(event);
            }
            batch.sort(Comparator.comparingLong(NativeEvent::time));
            batches.add(batch);
            from = to;
        }
        return batches;
    }

    /// Few addresses, so that each is given out again and again: with its free lost, with the free before the
    /// allocation, twice in a nanosecond, and by spaces in which the same number means another thing. In calm times
    /// nothing else happens for longer than an epoch.
    private static List<NativeEvent> program(Random random) {
        List<NativeEvent> events = new ArrayList<>();
        long time = 1_000_000_000_000L;
        for (int i = 0; i < EVENTS; i++) {
            boolean calm = i / 4_000 % 2 == 1;
            time += !calm && random.nextInt(8) == 0 ? 0 : random.nextInt(2_000_000);
            long address = 16L * (1 + random.nextInt(3_000));
            String binding = List.of("ffm", "direct", "gl", "netty").get(random.nextInt(4));
            double weight = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(700) / 7.0;
            boolean every = random.nextInt(5) == 0;
            events.add(
                    switch (random.nextInt(calm ? 3 : 0, 100)) {
                        case 0 -> new NativeEvent.OwnerCollected(time, address, binding, "Owner", time - 1_000);
                        case 1 -> new NativeEvent.GcCycle(time, i, "G1Full", "test", 0, 0, 0);
                        case 2 -> new NativeEvent.BindingTotals(time, binding, 10L * i, i, i / 2);
                        default ->
                            random.nextBoolean()
                                    ? new NativeEvent.Free(
                                            time, address, binding, FreeCause.values()[random.nextInt(4)])
                                    : new NativeEvent.Allocation(
                                            time,
                                            address,
                                            random.nextInt(50) == 0 ? 5_000_000_000L : random.nextInt(9_999),
                                            every && random.nextBoolean() ? 0 : weight,
                                            binding,
                                            binding.equals("netty") ? "pooled" : "raw",
                                            random.nextBoolean() ? "Owner" : null,
                                            1 + random.nextInt(20),
                                            every);
                    });
        }
        return events;
    }

    private static String text(Object value) {
        StringJoiner parts = new StringJoiner(", ", "[", "]");
        switch (value) {
            case null -> parts.add("null");
            case BlockTable table -> {
                for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
                    parts.add(text(table.block(row)));
                }
            }
            case StackFigures figures -> {
                for (StackFigure figure : StackFigure.values()) {
                    parts.add(figures.most(0, figure) + " " + figures.sum(0, figure));
                }
            }
            case List<?> list -> list.forEach(one -> parts.add(text(one)));
            case Record item -> {
                for (RecordComponent component : item.getClass().getRecordComponents()) {
                    try {
                        component.getAccessor().setAccessible(true);
                        parts.add(component.getName() + "="
                                + text(component.getAccessor().invoke(item)));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                }
            }
            default -> {
                if (value.getClass().isArray()) {
                    for (int i = 0; i < Array.getLength(value); i++) {
                        parts.add(String.valueOf(Array.get(value, i)));
                    }
                } else {
                    parts.add(value.toString());
                }
            }
        }
        return parts.toString();
    }
}
