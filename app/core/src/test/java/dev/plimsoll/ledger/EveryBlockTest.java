package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every block is recorded and one stack in four: sums by binding are exact, those by line estimates.
class EveryBlockTest {

    private static final int BLOCKS = 4_000;
    private static final int BYTES = 64;

    private final StackTable stacks = new StackTable();
    private final int line = stacks.intern(List.of(new Frame("app.Draw", "take", 7, FrameKind.JAVA)), false);

    @Test
    void bindingsAreExactAndLinesAreNot() {
        Ledger ledger = new Ledger(stacks);
        ledger.apply(program());
        assertSums(ledger.snapshot());
        // Its line is not known, so its history is nobody's.
        assertEquals(
                1,
                ledger.history().blocks().stream()
                        .filter(s -> s.cohorts().born().length > 0 && sum(s) > 0)
                        .count());
    }

    @Test
    void theyAreAtEveryMoment() {
        Ledger ledger = Ledger.remembering(stacks);
        ledger.apply(program());
        Past past = ledger.past();
        assertSums(past.at(2 * BLOCKS, ledger.snapshot(), () -> false));
        LedgerSnapshot half = past.at(BLOCKS / 2, ledger.snapshot(), () -> false);
        assertEquals(
                new Estimate(BLOCKS / 2.0 * BYTES, 0),
                half.bindings().getFirst().liveBytes());
    }

    private void assertSums(LedgerSnapshot ledger) {
        BindingSums binding = ledger.bindings().getFirst();
        assertEquals(new Estimate(BLOCKS / 2.0 * BYTES, 0), binding.liveBytes());
        assertEquals(new Estimate(BLOCKS / 2.0, 0), binding.liveBlocks());
        assertEquals(new Estimate(BLOCKS / 2.0 * BYTES, 0), binding.freedBytes());
        assertEquals(BLOCKS / 2, ledger.blocks().size());

        List<Site> sites = Sites.of(ledger, stacks);
        assertEquals(1, sites.size(), "blocks without a stack are no site");
        Estimate live = sites.getFirst().totals().liveBytes();
        assertFalse(live.exact());
        assertTrue(live.low() <= BLOCKS / 2.0 * BYTES && live.high() >= BLOCKS / 2.0 * BYTES, live::toString);
    }

    private static long sum(SiteHistory site) {
        long sum = 0;
        for (int born : site.cohorts().born()) {
            sum += born;
        }
        return sum;
    }

    private List<NativeEvent> program() {
        List<NativeEvent> events = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            boolean traced = block % 4 == 0;
            events.add(new NativeEvent.Allocation(
                    1 + block, 64L * block, BYTES, traced ? 4 : 0, "ffm", "shared", null, traced ? line : 0, true));
        }
        for (int block = 0; block < BLOCKS / 2; block++) {
            events.add(new NativeEvent.Free(1 + BLOCKS + block, 64L * block, "ffm", FreeCause.EXPLICIT));
        }
        return events;
    }
}
