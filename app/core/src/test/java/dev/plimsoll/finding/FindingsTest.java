package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindingsTest {

    private final Trial trial = new Trial();

    @Test
    void aLostArenaIsProvenTwoCyclesAfterItsOwnerWasSeenDead() {
        ArrayDeque<Long> dropped = new ArrayDeque<>();
        trial.every(0.1, 4, 2, now -> dropped.add(trial.allocate("app.Cache.upload:41", 97, "shared")));
        dropped.forEach(trial::ownerGone);
        trial.every(0.1, 5, 0.6, now -> {});
        assertEquals(List.of("leak, likely app.Cache.upload:41"), trial.verdicts());
        trial.every(0.1, 9, 0.9, now -> {});
        assertEquals(List.of("leak, proven app.Cache.upload:41"), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(40 * 97, finding.bytes().value());
        assertEquals(40, finding.blocks().value());
        assertEquals(Severity.CRITICAL, finding.severity());
        assertTrue(finding.advice().contains("Arena"), finding.advice());
        assertEquals(finding.sentence(), trial.judge().summary());
    }

    @Test
    void whatIsFreedAfterItsOwnersDeathByOthersIsNotProven() {
        List<Long> blocks = new ArrayList<>();
        trial.every(0.1, 4, 1, now -> blocks.add(trial.allocate("app.View.wrap:3", 64, "shared")));
        blocks.forEach(trial::ownerGone);
        trial.every(0.1, 8, 1, now -> {});
        for (int i = 0; i < blocks.size(); i += 2) {
            trial.free(blocks.get(i), FreeCause.EXPLICIT);
        }
        assertEquals(List.of("leak, likely app.View.wrap:3"), trial.verdicts());
    }

    @Test
    void aMapThatOutlivesACollectionOfTheWholeHeapIsKnownSooner() {
        trial.every(0.05, 15, 2, now -> trial.allocate("app.Glyphs.rasterize:49", 12_544, "buffer"));
        trial.gc(false);
        trial.every(0.05, 21, 2, now -> trial.allocate("app.Glyphs.rasterize:49", 12_544, "buffer"));
        assertEquals(List.of("leak, likely app.Glyphs.rasterize:49"), trial.verdicts());
    }

    @Test
    void aMapThatOnlyGrowsIsALikelyLeak() {
        trial.every(0.05, 26, 2, now -> trial.allocate("app.Glyphs.rasterize:49", 12_544, "buffer"));
        assertEquals(List.of("leak, likely app.Glyphs.rasterize:49"), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(520 * 12_544, finding.bytes().value());
        assertTrue(
                finding.evidenceWords().stream()
                        .anyMatch(line -> line.contains("none of them over the old generation")),
                finding.evidenceWords().toString());
    }

    @Test
    void handlesWithoutASizeAreCounted() {
        trial.every(0.05, 26, 2, now -> {
            trial.free(trial.allocate("app.Codec.open:12", 0, "handle"), FreeCause.EXPLICIT);
            if (Math.round(now * 20) % 20 == 0) {
                trial.allocate("app.Codec.keep:30", 0, "handle");
            }
        });
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(
                "app.Codec.keep:30 gains 1.0 blocks of ffm a second and does not give them back: 26 blocks are live.",
                finding.sentence());
        assertEquals(trial.stack("app.Codec.keep:30"), finding.stack());
        assertTrue(
                finding.evidenceWords().stream().noneMatch(line -> line.contains(" B ")),
                finding.evidenceWords().toString());
    }

    @Test
    void aPoolOfHandlesThatIsFullIsNoLeak() {
        trial.every(0.05, 60, 2, now -> {
            if (now < 15) {
                trial.allocate("app.Pool.fill:12", 0, "handle");
            }
        });
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void whatAFewSampledHandlesStandForIsNoRise() {
        trial.every(0.05, 40, 2, now -> {
            if (Math.round(now * 20) % 300 == 0) {
                trial.allocate("app.Codec.open:12", 0, 50, "handle");
            }
        });
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void withoutCyclesNothingIsSaidOfWhatTheGcWouldFree() {
        trial.every(0.05, 20, 99, now -> trial.allocate("app.Glyphs.rasterize:49", 12_544, "buffer"));
        assertEquals(List.of("released late app.Glyphs.rasterize:49"), trial.verdicts());
        assertEquals("heap-idle", trial.judge().findings().getFirst().rule());
        assertTrue(
                trial.judge().summary().startsWith("app.Glyphs.rasterize:49 gains 245 KiB of ffm memory a second"),
                trial.judge().summary());
        assertTrue(
                trial.judge().summary().endsWith("jcmd PID GC.run tells."),
                trial.judge().summary());
        assertTrue(
                trial.judge().unknown().stream().anyMatch(line -> line.contains("GC cycles")),
                trial.judge().unknown().toString());
    }

    @Test
    void ofHandlesThatSomebodyMustCloseNoCollectionIsAwaited() {
        trial.every(0.05, 25, 99, now -> {
            if (now > 8) {
                trial.allocate("app.Codec.keep:30", 0, "handle");
            }
        });
        assertEquals(List.of(), trial.verdicts());
        assertEquals(
                "app.Codec.keep:30 gains 20 blocks of ffm a second, which no GC gives back; whether that ends by itself"
                        + " takes 20 seconds to see, and it was seen for 17.0 s.",
                trial.judge().summary());
    }

    @Test
    void ofHandlesThatComeMoreAndMoreSlowlyItIsSaid() {
        int[] there = {0};
        trial.every(0.05, 30, 99, now -> {
            for (; there[0] < 900 * (1 - Math.pow(1 - now / 60, 2)); there[0]++) {
                trial.allocate("app.Codec.keep:30", 0, "handle");
            }
        });
        assertEquals(List.of(), trial.verdicts());
        assertTrue(
                trial.judge()
                        .summary()
                        .contains("which no GC gives back, but more and more slowly, as a cache that fills does"),
                trial.judge().summary());
    }

    @Test
    void mallocWithoutFreeNeedsNoCycle() {
        trial.every(0.01, 21, 99, now -> trial.allocate("app.Parser.copy:7", 48, "malloc"));
        assertEquals(List.of("leak, likely app.Parser.copy:7"), trial.verdicts());
    }

    @Test
    void oneLostInTenThousandIsFoundBelowHeavyChurn() {
        Random random = new Random(1);
        ArrayDeque<Long> inUse = new ArrayDeque<>();
        trial.every(0.0005, 30, 0.7, now -> {
            long address = trial.allocate("app.Pool.take:5", 128 + random.nextInt(64), "malloc");
            if (random.nextInt(500) != 0) {
                inUse.add(address);
            }
            if (inUse.size() > 20) {
                trial.free(inUse.removeFirst(), FreeCause.EXPLICIT);
            }
        });
        assertEquals(List.of("leak, likely app.Pool.take:5"), trial.verdicts());
    }

    @Test
    void aSampledLeakBelowChurnIsFoundWithItsInterval() {
        Random random = new Random(2);
        ArrayDeque<Long> inUse = new ArrayDeque<>();
        trial.every(0.002, 40, 0.7, now -> {
            long address = trial.allocate("app.Pool.take:5", 256, 40, "malloc");
            if (random.nextInt(50) != 0) {
                inUse.add(address);
            }
            if (inUse.size() > 30) {
                trial.free(inUse.remove(), FreeCause.EXPLICIT);
            }
        });
        assertEquals(List.of("leak, likely app.Pool.take:5"), trial.verdicts());
        assertFalse(trial.judge().findings().getFirst().bytes().exact());
    }

    @Test
    void callbacksPerFrameThatAreNeverReleasedPileUp() {
        trial.every(0.016, 24, 99, now -> trial.register("app.Sorter.register:62"));
        assertEquals(List.of("leak, likely app.Sorter.register:62"), trial.verdicts());
        Finding finding = trial.judge().findings().getFirst();
        assertEquals("callback-never-released", finding.rule());
        assertEquals(1_500, finding.blocks().value());
    }

    @Test
    void callbacksWhoseOwnersAreGoneAreProven() {
        List<Long> handles = new ArrayList<>();
        trial.every(0.1, 4, 1, now -> handles.add(trial.register("app.Sorter.register:62")));
        handles.forEach(trial::ownerGone);
        trial.every(0.1, 8, 1, now -> {});
        assertEquals(List.of("leak, proven app.Sorter.register:62"), trial.verdicts());
    }

    @Test
    void aFixedSetOfCallbacksIsHealthy() {
        for (int i = 0; i < 300; i++) {
            trial.register("app.Window.listen:12");
        }
        trial.every(0.1, 60, 2, now -> trial.release(trial.register("app.Sorter.register:62")));
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void buffersThatOnlyTheGcFreesAreReleasedLate() {
        List<Long> garbage = new ArrayList<>();
        double[] lastGc = {0};
        trial.every(0.05, 30, 3, now -> {
            if (now - lastGc[0] >= 3.05) {
                garbage.forEach(address -> trial.free(address, FreeCause.CLEANER));
                garbage.clear();
                lastGc[0] = now - 0.05;
            }
            garbage.add(trial.allocate("app.MeshLoader.memory:61", 40_000, "buffer"));
        });
        assertEquals(List.of("released late app.MeshLoader.memory:61"), trial.verdicts());
        assertEquals(Severity.NOTICE, trial.judge().findings().getFirst().severity());
        assertTrue(
                trial.judge().summary().startsWith("Nothing leaks"),
                trial.judge().summary());
    }

    @Test
    void garbageThatGrewOldIsNotCalledALeakAfterTheWholeHeapWasCollected() {
        List<Long> garbage = new ArrayList<>();
        trial.every(0.3, 12, 2, now -> garbage.add(trial.allocate("app.MeshLoader.memory:61", 900_000, "buffer")));
        trial.gc(false);
        garbage.forEach(address -> trial.free(address, FreeCause.CLEANER));
        trial.every(0.3, 34, 2, now -> trial.allocate("app.MeshLoader.memory:61", 900_000, "buffer"));
        assertEquals(List.of("released late app.MeshLoader.memory:61"), trial.verdicts());
    }

    @Test
    void aCacheThatFillsMoreAndMoreSlowlyIsHealthy() {
        for (int seed = 0; seed < 20; seed++) {
            Trial cache = new Trial();
            Random dice = new Random(seed);
            Set<Integer> known = new HashSet<>();
            for (int end = 5; end <= 60; end += 5) {
                cache.every(0.2, end, 2, now -> {
                    if (known.add((int) (dice.nextDouble() * dice.nextDouble() * 55))) {
                        cache.allocate("app.Glyphs.rasterize:49", 12_544, "shared");
                    }
                });
                assertFalse(
                        cache.verdicts().contains("leak, likely app.Glyphs.rasterize:49"),
                        "seed " + seed + " after " + end);
            }
        }
    }

    @Test
    void aPoolThatIsFilledOnceIsNoLeak() {
        trial.every(0.05, 60, 2, now -> {
            if (now < 10) {
                trial.allocate("app.Pool.fill:3", 65_536, "buffer");
            }
            trial.free(trial.allocate("app.Ring.write:8", 80, "confined"), FreeCause.ARENA);
        });
        assertEquals(List.of("cache or warm-up app.Pool.fill:3"), trial.verdicts());
        assertEquals(Severity.NEUTRAL, trial.judge().findings().getFirst().severity());
    }

    @Test
    void aFullCacheThatReplacesItsContentIsHealthy() {
        for (int capacity : new int[] {20, 150}) {
            for (boolean random : new boolean[] {false, true}) {
                Trial cache = new Trial();
                Random dice = new Random(capacity);
                List<Long> content = new ArrayList<>();
                cache.every(0.05, 60, 1.5, now -> {
                    if (content.size() == capacity) {
                        cache.free(content.remove(random ? dice.nextInt(capacity) : 0), FreeCause.ARENA);
                    }
                    content.add(cache.allocate("app.Cache.upload:41", 1_000 + dice.nextInt(500), "shared"));
                });
                assertEquals(List.of(), cache.verdicts(), capacity + " " + random);
            }
        }
    }

    @Test
    void loadThatSwingsIsHealthy() {
        Random random = new Random(4);
        List<Long> live = new ArrayList<>();
        trial.every(0.02, 90, 1.3, now -> {
            double wanted = 200 + 150 * Math.sin(now / 7);
            while (live.size() < wanted) {
                live.add(trial.allocate("app.Request.read:5", 4_096, "malloc"));
            }
            while (live.size() > wanted) {
                trial.free(live.remove(random.nextInt(live.size())), FreeCause.EXPLICIT);
            }
            live.add(trial.allocate("app.Request.read:5", 4_096, "malloc"));
            trial.free(live.remove(random.nextInt(live.size())), FreeCause.EXPLICIT);
        });
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void manyHealthyLinesRaiseNoAlarm() {
        Random random = new Random(9);
        List<List<Long>> live = new ArrayList<>();
        for (int line = 0; line < 60; line++) {
            live.add(new ArrayList<>());
        }
        int alarms = 0;
        for (int end = 10; end <= 60; end += 10) {
            trial.every(0.002, end, 0.8, now -> {
                int line = random.nextInt(60);
                List<Long> mine = live.get(line);
                if (mine.size() > random.nextInt(40)) {
                    trial.free(mine.remove(random.nextInt(mine.size())), FreeCause.EXPLICIT);
                } else {
                    mine.add(trial.allocate("app.Line.m:" + line, 100 + line, "malloc"));
                }
            });
            alarms += trial.judge().findings().stream()
                            .anyMatch(finding -> finding.severity().compareTo(Severity.NOTICE) < 0)
                    ? 1
                    : 0;
        }
        assertEquals(0, alarms);
    }

    @Test
    void blocksThatReplaceOlderOnesThanTheAttachAreNoLeak() {
        long[] taken = {0};
        trial.every(0.05, 30, 2, now -> {
            trial.allocate("app.Cache.put:4", 4_096, "malloc");
            taken[0]++;
            trial.totals(taken[0], taken[0]);
        });
        assertEquals(List.of(), trial.verdicts());
    }

    @Test
    void lostEventsAreNotTakenForALeak() {
        trial.watching = new Watching(4_096, false);
        Random random = new Random(6);
        trial.every(0.01, 30, 1, now -> {
            long address = trial.allocate("app.Pool.take:5", 100, "malloc");
            if (random.nextInt(10) != 0) {
                trial.free(address, FreeCause.EXPLICIT);
            }
        });
        assertEquals(List.of(), trial.verdicts());
        assertTrue(
                trial.judge().summary().contains("events were lost"),
                trial.judge().summary());
    }

    @Test
    void tooLittleTimeIsSaid() {
        trial.every(0.1, 4, 99, now -> trial.allocate("app.Cache.put:4", 4_096, "malloc"));
        assertEquals(List.of(), trial.verdicts());
        assertTrue(
                trial.judge().summary().startsWith("It is too early to judge"),
                trial.judge().summary());
    }

    @Test
    void nothingAtAllIsSaid() {
        assertTrue(
                trial.judge().summary().startsWith("No native allocation"),
                trial.judge().summary());
        assertEquals(8, trial.judge().unknown().size());
    }
}
