package dev.plimsoll.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random programs, applied to the ledger and to a map that anyone can read.
class LedgerAgainstModelTest {

    private static final int STEPS = 60_000;

    private record Model(NativeEvent.Allocation allocation, long ownerCollected) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void endsWithTheSameBlocksAndSums(long seed) {
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        Map<Long, Model> live = new HashMap<>();
        Map<SiteKey, Double> freed = new HashMap<>();
        List<Expected> snapshots = new ArrayList<>();
        long orphans = 0;
        // Even seeds fill up, odd ones hover: pages are emptied and filled again.
        int keep = seed % 2 == 0 ? 75 : 52;
        for (int time = 1; time <= STEPS; time++) {
            long address = 16L * (1 + random.nextInt(30_000));
            Model block = live.get(address);
            if (block == null && random.nextInt(100) < keep) {
                NativeEvent.Allocation a = allocation(random, time, address);
                ledger.apply(a);
                live.put(address, new Model(a, 0));
            } else if (block != null && random.nextInt(10) == 0) {
                ledger.apply(new NativeEvent.OwnerCollected(time, address, "ffm", null));
                live.put(
                        address,
                        new Model(block.allocation(), block.ownerCollected() == 0 ? time : block.ownerCollected()));
            } else {
                ledger.apply(new NativeEvent.Free(time, address, "ffm", FreeCause.EXPLICIT));
                live.remove(address);
                if (block == null) {
                    orphans++;
                } else {
                    NativeEvent.Allocation a = block.allocation();
                    freed.merge(new SiteKey(a.binding(), a.stack()), a.bytes() * a.weight(), Double::sum);
                }
            }
            if (time % 10_000 == 0) {
                snapshots.add(new Expected(ledger.snapshot(), new HashMap<>(live)));
            }
        }
        // Looked at only now: what came later must not have changed them.
        for (Expected expected : snapshots) {
            check(expected.snapshot(), expected.live());
        }
        LedgerSnapshot last = snapshots.getLast().snapshot();
        assertEquals(orphans, last.orphanFrees());
        assertEquals(0, last.lostBlocks());
        for (StackTotals site : last.stacks()) {
            assertClose(freed.getOrDefault(site.key(), 0.0), site.freedBytes().value());
        }
    }

    private record Expected(LedgerSnapshot snapshot, Map<Long, Model> live) {}

    private static NativeEvent.Allocation allocation(Random random, int time, long address) {
        double weight = random.nextInt(3) == 0 ? 1 + random.nextDouble() * 1_000 : 1;
        String binding = random.nextBoolean() ? "ffm" : "direct";
        String owner = random.nextBoolean() ? "java.nio.DirectByteBuffer" : null;
        return new NativeEvent.Allocation(
                time, address, random.nextInt(1 << 20), weight, binding, "buffer", owner, random.nextInt(40));
    }

    private static void check(LedgerSnapshot snapshot, Map<Long, Model> live) {
        assertEquals(live.size(), snapshot.blocks().size());
        int found = 0;
        for (int row = snapshot.blocks().next(0);
                row >= 0;
                row = snapshot.blocks().next(row + 1)) {
            Block block = snapshot.blocks().block(row);
            Model model = live.get(block.address());
            NativeEvent.Allocation a = model.allocation();
            assertEquals(
                    new Block(
                            row,
                            a.address(),
                            a.bytes(),
                            a.weight(),
                            a.binding(),
                            a.kind(),
                            a.ownerClass(),
                            a.time(),
                            model.ownerCollected(),
                            a.stack()),
                    block);
            assertEquals(a.bytes(), snapshot.blocks().bytes(row));
            assertEquals(a.stack(), snapshot.blocks().stack(row));
            found++;
        }
        assertEquals(live.size(), found);
        for (StackTotals site : snapshot.stacks()) {
            List<Model> here = live.values().stream()
                    .filter(m -> m.allocation().stack() == site.key().stack()
                            && m.allocation().binding().equals(site.key().binding()))
                    .toList();
            assertClose(sum(here, false), site.liveBytes().value());
            assertClose(sum(here, true), site.ownerGoneBytes().value());
            assertClose(
                    here.stream()
                            .mapToDouble(m -> Math.pow(m.allocation().bytes(), 2)
                                    * m.allocation().weight()
                                    * (m.allocation().weight() - 1))
                            .sum(),
                    site.liveBytes().variance());
        }
        double all = live.values().stream()
                .mapToDouble(m -> m.allocation().bytes() * m.allocation().weight())
                .sum();
        assertClose(all, snapshot.liveBytes().value());
    }

    private static double sum(List<Model> blocks, boolean gone) {
        return blocks.stream()
                .filter(m -> !gone || m.ownerCollected() != 0)
                .mapToDouble(m -> m.allocation().bytes() * m.allocation().weight())
                .sum();
    }

    private static void assertClose(double expected, double actual) {
        assertTrue(
                Math.abs(expected - actual) <= 1e-6 * Math.max(1e3, Math.abs(expected)),
                () -> "expected " + expected + " but was " + actual);
    }
}
