package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.plimsoll.event.BlockLabel;
import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.EventSink;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A ledger that is given many events at once is to the last bit what it is when they come one by one.
class PlainRunTest {

    private static final Gson TEXT =
            new GsonBuilder().serializeSpecialFloatingPointValues().create();

    private static final int BATCHES = 40;
    private static final int STACKS = 30;
    private static final List<String> BINDINGS = List.of("ffm", "direct", "gl", "malloc");

    private final StackTable stacks = new StackTable();

    /// Much that is odd where there are few addresses, long plain runs where there are many.
    @ParameterizedTest
    @ValueSource(ints = {20, 400, 30_000})
    void isTheSameAtOnceAsOneByOne(int addresses) {
        for (int stack = 0; stack < STACKS; stack++) {
            stacks.intern(List.of(new Frame("app.Main", "m" + stack % 7, stack, FrameKind.JAVA)), false);
        }
        SplittableRandom random = new SplittableRandom(addresses);
        BlockLabels labels = new BlockLabels();
        Ledger together = Ledger.remembering(stacks);
        Ledger single = Ledger.remembering(stacks);
        long time = 1_000;
        for (int batch = 0; batch < BATCHES; batch++) {
            EventColumns columns = new EventColumns(labels, 64);
            for (int i = 0; i < 3_000; i++) {
                time += random.nextInt(20) == 0 ? 0 : random.nextInt(2_000_000);
                // Some come late, as after a flush that tore them from their partners.
                columns.add(event(random, Math.max(1, time - lateness(random)), 16L * random.nextInt(addresses)));
            }
            columns.seal();
            columns.replay(together);
            columns.replay(new OneByOne(single));
            same(single, together);
        }
        LedgerSnapshot last = together.snapshot();
        assertTrue(
                last.orphanFrees() > 0 && last.lostBlocks() > 0 && last.blocks().size() > 0, last::toString);
        assertEquals(single.past().peak(), together.past().peak());
    }

    /// Gives each allocation and free by itself.
    private record OneByOne(Ledger ledger) implements EventSink {

        @Override
        public void origin(int number, BlockLabel label, int stack) {
            ledger.origin(number, label, stack);
        }

        @Override
        public void release(int number, String binding, FreeCause cause) {
            ledger.release(number, binding, cause);
        }

        @Override
        public void allocation(long time, long address, long bytes, double weight, int origin) {
            ledger.allocation(time, address, bytes, weight, origin);
        }

        @Override
        public void free(long time, long address, int release) {
            ledger.free(time, address, release);
        }

        @Override
        public void other(NativeEvent event) {
            ledger.other(event);
        }

        @Override
        public void together(List<NativeEvent> simultaneous) {
            ledger.together(simultaneous);
        }
    }

    private static long lateness(SplittableRandom random) {
        return random.nextInt(50) == 0 ? random.nextInt(100_000_000) : 0;
    }

    private static NativeEvent event(SplittableRandom random, long time, long address) {
        String binding = BINDINGS.get(random.nextInt(BINDINGS.size()));
        return switch (random.nextInt(200)) {
            case 0 -> new NativeEvent.GcCycle(time, time, "G1New", "", 1_000, 1_000, 1_000);
            case 1, 2, 3 -> new NativeEvent.OwnerCollected(time, address, binding, "java.lang.Thread");
            default ->
                random.nextInt(2) == 0
                        ? new NativeEvent.Allocation(
                                time,
                                address,
                                random.nextInt(1 << 20),
                                random.nextInt(3) == 0 ? 1 + random.nextDouble() * 100 : 1,
                                binding,
                                random.nextInt(8) == 0 ? "pooled" : "buffer",
                                random.nextBoolean() ? "java.nio.DirectByteBuffer" : null,
                                random.nextInt(STACKS))
                        : new NativeEvent.Free(
                                time, address, binding, FreeCause.values()[random.nextInt(FreeCause.values().length)]);
        };
    }

    private static void same(Ledger expected, Ledger actual) {
        LedgerSnapshot one = expected.snapshot();
        LedgerSnapshot other = actual.snapshot();
        assertEquals(one.time(), other.time());
        assertEquals(one.eventsApplied(), other.eventsApplied());
        assertEquals(one.bindings(), other.bindings());
        assertEquals(one.orphanFrees(), other.orphanFrees());
        assertEquals(one.lostBlocks(), other.lostBlocks());
        assertEquals(one.blocks().size(), other.blocks().size());
        assertEquals(one.ownerDeaths(), other.ownerDeaths());
        assertEquals(TEXT.toJson(expected.history()), TEXT.toJson(actual.history()));
        assertEquals(
                TEXT.toJson(one.stacks().toArray()), TEXT.toJson(other.stacks().toArray()));
    }
}
