package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a ledger tells of a moment is what another ledger says that was stopped there.
class PastTest {

    /// More blocks than one stretch has rows.
    private static final int EVENTS = 160_000;

    private final StackTable stacks = new StackTable();

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void everyMomentIsAsItWas(long seed, boolean prepared) throws IOException {
        Random random = new Random(seed);
        List<NativeEvent> events = program(random);
        // One stretch in memory: the others are in files.
        Ledger remembering = seed % 3 == 1 ? Ledger.remembering(stacks) : Ledger.remembering(stacks, 1);
        remembering.apply(events);
        Past past = remembering.past();
        if (prepared) {
            past.prepare(() -> false);
        }
        assertEquals(peak(events), past.peak());

        Ledger stopped = new Ledger(stacks);
        int applied = 0;
        LedgerSnapshot mark = stopped.snapshot();
        for (int moment = 0; moment < 12; moment++) {
            int until = moment == 11 ? EVENTS : moment * EVENTS / 11 + random.nextInt(1_000);
            stopped.apply(events.subList(applied, until));
            applied = until;
            LedgerSnapshot then = stopped.snapshot();
            long time = until == 0 ? 0 : events.get(until - 1).time();
            assertSame(then, past.at(time, mark, () -> false));
            mark = then;
        }
    }

    /// The rules ask for them on the way, when nothing is added up from the log yet.
    @Test
    void figuresByStackAreThoseOfTheTotals() {
        Ledger ledger = Ledger.remembering(stacks);
        ledger.apply(program(new Random(13)));
        History history = ledger.history();
        StackFigures figures = Objects.requireNonNull(history.figures());
        List<StackTotals> totals = ledger.snapshot().stacks();
        int compared = 0;
        for (int place = 0; place < history.lines().size(); place++) {
            SiteHistory line = history.lines().get(place);
            if (!history.blocks().contains(line)) {
                continue;
            }
            for (StackFigure figure : StackFigure.values()) {
                double sum = 0;
                double most = 0;
                double chosen = 0;
                for (StackTotals each : totals) {
                    if (each.key().binding().equals(line.binding())
                            && Objects.equals(stacks.get(each.key().stack()).site(), line.frame())) {
                        double value = figure.of(each);
                        sum += value;
                        most = Math.max(most, value);
                        chosen = each.key().stack() == figures.most(place, figure) ? value : chosen;
                    }
                }
                assertClose(sum, figures.sum(place, figure));
                assertClose(most, chosen);
                compared += sum > 0 ? 1 : 0;
            }
        }
        assertTrue(compared > 100, compared + " sums were compared");
    }

    /// Threads hand their events over late, so some come after others that are younger.
    @Test
    void preparedItSaysTheSameOfEventsThatCameOutOfOrder() throws IOException {
        Random random = new Random(8);
        List<NativeEvent> events = new ArrayList<>(program(random));
        for (int from = 0; from + 400 < EVENTS; from += 397) {
            Collections.shuffle(events.subList(from, from + random.nextInt(400)), random);
        }
        Ledger ledger = Ledger.remembering(stacks, 1);
        events.forEach(ledger::apply);
        Past past = ledger.past();
        LedgerSnapshot empty = new Ledger(stacks).snapshot();
        long[] moments = random.longs(25, 0, EVENTS + 2).toArray();
        List<LedgerSnapshot> before = new ArrayList<>();
        for (long moment : moments) {
            before.add(past.at(moment, empty, () -> false));
        }
        past.prepare(() -> false);
        for (int i = 0; i < moments.length; i++) {
            assertSame(before.get(i), past.at(moments[i], empty, () -> false));
        }
    }

    @Test
    void nothingCanBePreparedToo() throws IOException {
        Past past = Ledger.remembering(stacks).past();
        past.prepare(() -> false);
        LedgerSnapshot empty = new Ledger(stacks).snapshot();
        assertEquals(0, past.at(7, empty, () -> false).blocks().size());
    }

    @Test
    void aRangeIsWhatHappenedWithinIt() {
        Random random = new Random(21);
        List<NativeEvent> events = program(random);
        Ledger ledger = Ledger.remembering(stacks);
        ledger.apply(events);
        Past past = ledger.past();
        Map<NativeEvent.Allocation, Long> freedAt = new HashMap<>();
        Map<Long, NativeEvent.Allocation> live = new HashMap<>();
        for (NativeEvent event : events) {
            if (event instanceof NativeEvent.Allocation a) {
                NativeEvent.Allocation before = live.put(a.address(), a);
                if (before != null) {
                    freedAt.put(before, -a.time());
                }
            } else if (event instanceof NativeEvent.Free f && live.containsKey(f.address())) {
                freedAt.put(live.remove(f.address()), f.time());
            }
        }
        for (int i = 0; i < 5; i++) {
            long from = random.nextInt(EVENTS);
            long to = from + random.nextInt(EVENTS);
            Map<SiteKey, RangeSums> sums = new HashMap<>();
            past.between(from, to, () -> false).forEach(each -> sums.put(each.key(), each));
            for (RangeMetric metric : RangeMetric.values()) {
                Map<SiteKey, Double> bytes = new HashMap<>();
                Map<SiteKey, Double> blocks = new HashMap<>();
                events.stream()
                        .filter(NativeEvent.Allocation.class::isInstance)
                        .map(NativeEvent.Allocation.class::cast)
                        .filter(counts(metric, from, to, freedAt))
                        .forEach(a -> {
                            SiteKey key = new SiteKey(a.binding(), a.stack());
                            bytes.merge(key, a.bytes() * a.weight(), Double::sum);
                            blocks.merge(key, a.weight(), Double::sum);
                        });
                for (SiteKey key : sums.keySet()) {
                    assertClose(
                            bytes.getOrDefault(key, 0.0),
                            sums.get(key).bytes(metric).value());
                    assertClose(
                            blocks.getOrDefault(key, 0.0),
                            sums.get(key).blocks(metric).value());
                }
                assertTrue(sums.keySet().containsAll(bytes.keySet()), metric::toString);
            }
        }
    }

    /// Blocks lie over each other here, so an address has had many.
    @Test
    void anAddressHasTheHistoryThatItHadUntilThen() {
        Random random = new Random(34);
        List<NativeEvent> events = program(random);
        Ledger ledger = Ledger.remembering(stacks);
        ledger.apply(events);
        Past past = ledger.past();
        LedgerSnapshot empty = new Ledger(stacks).snapshot();
        Set<String> endings = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            long moment = EVENTS / 2 + random.nextInt(EVENTS / 2);
            long address = 16L * (1 + random.nextInt(300)) + 5;
            List<String> expected = lives(events, moment, address);
            AddressHistory history =
                    past.at(moment, empty, () -> false).blocks().history(address);
            assertTrue(history.endsKnown());
            assertEquals(expected.size(), history.count());
            int kept = Math.min(AddressHistory.MOST, expected.size());
            assertEquals(
                    expected.subList(expected.size() - kept, expected.size()),
                    history.latest().stream()
                            .map(life ->
                                    told(life.block().allocated(), life.block().bytes(), life.ended(), life.lost()))
                            .toList());
            history.latest().forEach(life -> endings.add((life.ended() > 0) + " " + life.lost()));
        }
        assertEquals(Set.of("false false", "true false", "true true"), endings);
    }

    private static List<String> lives(List<NativeEvent> events, long moment, long address) {
        Map<Long, Integer> open = new HashMap<>();
        List<String> lives = new ArrayList<>();
        List<NativeEvent.Allocation> blocks = new ArrayList<>();
        for (NativeEvent event : events) {
            if (event.time() > moment) {
                break;
            }
            boolean again = event instanceof NativeEvent.Allocation;
            long at = event instanceof NativeEvent.Allocation a
                    ? a.address()
                    : event instanceof NativeEvent.Free f ? f.address() : -1;
            Integer ended = open.remove(at);
            if (ended != null) {
                NativeEvent.Allocation block = blocks.get(ended);
                lives.set(ended, told(block.time(), block.bytes(), event.time(), again));
            }
            if (event instanceof NativeEvent.Allocation a) {
                open.put(at, blocks.size());
                blocks.add(a);
                lives.add(told(a.time(), a.bytes(), 0, false));
            }
        }
        List<String> there = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            long offset = address - blocks.get(i).address();
            if (offset >= 0 && offset < Math.max(1, blocks.get(i).bytes())) {
                there.add(lives.get(i));
            }
        }
        return there;
    }

    private static String told(long allocated, long bytes, long ended, boolean lost) {
        return allocated + " " + bytes + " " + ended + " " + lost;
    }

    @Test
    void aQuestionThatNobodyWantsAnsweredEnds() {
        Ledger ledger = Ledger.remembering(stacks);
        ledger.apply(program(new Random(5)));
        Past past = ledger.past();
        assertThrows(CancellationException.class, () -> past.between(0, EVENTS, () -> true));
        assertThrows(CancellationException.class, () -> past.at(EVENTS, ledger.snapshot(), () -> true));
        assertThrows(CancellationException.class, () -> past.prepare(() -> true));
    }

    private static Predicate<NativeEvent.Allocation> counts(
            RangeMetric metric, long from, long to, Map<NativeEvent.Allocation, Long> freedAt) {
        return a -> {
            long end = freedAt.getOrDefault(a, Long.MAX_VALUE);
            boolean inside = a.time() > from && a.time() <= to;
            boolean alive = a.time() <= to && Math.abs(end) > to;
            return switch (metric) {
                case ALLOCATED -> inside;
                case LIVE -> alive;
                case FREED -> end > from && end <= to;
                case LEAKED -> inside && alive;
            };
        };
    }

    /// One event each nanosecond, from 1.
    private List<NativeEvent> program(Random random) {
        int[] ids = new int[40];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = stacks.intern(List.of(new Frame("app.Site" + i % 13, "take" + i, i, FrameKind.JAVA)), false);
        }
        List<NativeEvent> events = new ArrayList<>();
        List<Long> handles = new ArrayList<>();
        for (int time = 1; time <= EVENTS; time++) {
            long address = 16L * (1 + random.nextInt(30_000));
            int dice = random.nextInt(100);
            if (dice < 60) {
                String binding = random.nextBoolean() ? "ffm" : "netty";
                boolean every = random.nextInt(3) == 0;
                double weight = weight(random);
                events.add(new NativeEvent.Allocation(
                        time,
                        address,
                        random.nextInt(1_000) == 0 ? 5_000_000_029L : random.nextInt(1 << 20),
                        weight,
                        binding,
                        binding.equals("ffm") ? "shared" : "chunk",
                        random.nextBoolean() ? "java.nio.DirectByteBuffer" : null,
                        every && weight == 0 ? 0 : ids[random.nextInt(ids.length)],
                        every));
            } else if (dice < 92) {
                events.add(new NativeEvent.Free(time, address, "ffm", FreeCause.EXPLICIT));
            } else if (dice < 94) {
                events.add(new NativeEvent.OwnerCollected(time, address, "ffm", null));
            } else if (dice < 96) {
                handles.add((long) time);
                events.add(new NativeEvent.CallbackRegistered(time, time, "app.View.draw", "ffm", "shared", ids[3]));
            } else if (dice < 97 && !handles.isEmpty()) {
                long handle = handles.remove(random.nextInt(handles.size()));
                events.add(new NativeEvent.CallbackReleased(time, handle, "ffm"));
            } else if (dice < 98) {
                events.add(new NativeEvent.Misuse(time, "double free", address, "ffm", ids[1]));
            } else {
                events.add(new NativeEvent.BindingTotals(time, "ffm", time * 3L, time * 2L, time));
            }
        }
        return events;
    }

    /// A third is sampled; some are followed for company.
    private static double weight(Random random) {
        int dice = random.nextInt(30);
        return dice < 10 ? 1 + random.nextDouble() * 100 : dice < 12 ? 0 : 1;
    }

    private static long peak(List<NativeEvent> events) {
        Map<Long, Double> live = new HashMap<>();
        double sum = 0;
        double peak = 0;
        long at = 0;
        for (NativeEvent event : events) {
            if (event instanceof NativeEvent.Allocation a) {
                double stands = a.bytes() * (a.everyBlock() ? 1 : a.weight());
                Double before = live.put(a.address(), stands);
                sum += stands - (before == null ? 0 : before);
                if (sum > peak) {
                    peak = sum;
                    at = a.time();
                }
            } else if (event instanceof NativeEvent.Free f) {
                Double before = live.remove(f.address());
                sum -= before == null ? 0 : before;
            }
        }
        return at;
    }

    private static void assertSame(LedgerSnapshot expected, LedgerSnapshot actual) {
        assertEquals(expected.time(), actual.time());
        assertEquals(expected.bindings().size(), actual.bindings().size());
        for (int i = 0; i < expected.bindings().size(); i++) {
            BindingSums was = expected.bindings().get(i);
            BindingSums is = actual.bindings().get(i);
            assertEquals(was.binding(), is.binding());
            assertEquals(was.countersExact(), is.countersExact());
            assertClose(was.allocatedBytes(), is.allocatedBytes());
            assertClose(was.allocations(), is.allocations());
            assertClose(was.frees(), is.frees());
            assertClose(was.liveBytes(), is.liveBytes());
            assertClose(was.liveBlocks(), is.liveBlocks());
            assertClose(was.freedBytes(), is.freedBytes());
        }
        assertEquals(
                expected.stacks().stream().map(StackTotals::key).toList(),
                actual.stacks().stream().map(StackTotals::key).toList());
        for (int i = 0; i < expected.stacks().size(); i++) {
            StackTotals was = expected.stacks().get(i);
            StackTotals is = actual.stacks().get(i);
            assertClose(was.liveBytes(), is.liveBytes());
            assertClose(was.liveBlocks(), is.liveBlocks());
            assertClose(was.allocatedBytes(), is.allocatedBytes());
            assertClose(was.allocations(), is.allocations());
            assertClose(was.freedBytes(), is.freedBytes());
            assertClose(was.ownerGoneBytes(), is.ownerGoneBytes());
            assertClose(was.ownerGoneBlocks(), is.ownerGoneBlocks());
        }
        assertEquals(expected.blocks().size(), actual.blocks().size());
        assertEquals(blocks(expected.blocks()), blocks(actual.blocks()));
        assertEquals(List.copyOf(expected.callbacks()), List.copyOf(actual.callbacks()));
        assertEquals(expected.callbacksRegistered(), actual.callbacksRegistered());
        assertEquals(expected.callbacksReleased(), actual.callbacksReleased());
        assertEquals(
                Set.of(),
                actual.misuses().stream()
                        .filter(misuse -> !expected.misuses().contains(misuse))
                        .collect(java.util.stream.Collectors.toSet()));
    }

    private static Set<Block> blocks(BlockTable table) {
        Set<Block> blocks = new HashSet<>();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            Block b = table.block(row);
            blocks.add(new Block(
                    0,
                    b.address(),
                    b.bytes(),
                    b.weight(),
                    b.binding(),
                    b.kind(),
                    b.ownerClass(),
                    b.allocated(),
                    b.ownerCollected(),
                    b.stack()));
        }
        return blocks;
    }

    private static void assertClose(Estimate expected, Estimate actual) {
        assertClose(expected.value(), actual.value());
        assertClose(expected.variance(), actual.variance());
        assertEquals(expected.exact(), actual.exact(), () -> expected + " and " + actual);
    }

    private static void assertClose(double expected, double actual) {
        assertTrue(
                Math.abs(expected - actual) <= 1e-6 * Math.max(1e6, Math.abs(expected)),
                () -> "expected " + expected + " but was " + actual);
    }
}
