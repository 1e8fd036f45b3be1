package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.event.v1.EventNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where every block is recorded and not every stack: no block is missing, and of 200 programs that free half of what they
 * take, the live bytes of a line lie in their 95 % interval in 93 to 97 of 100. The line is that of every tenth block. Each
 * seed has addresses of its own, so one recording holds them all.
 */
class EveryBlockTest {

    private static final int SEEDS = 200;
    private static final int BLOCKS = 4_000;
    private static final long INTERVAL = 1_024;

    /** One block in so many is of the line. */
    private static final int LINE = 10;

    @Test
    void everyBlockIsThereAndLinesLieInTheirIntervalAsOftenAsItSays(@TempDir Path directory) throws Exception {
        double[] live = new double[SEEDS];
        Path file = directory.resolve("seeds.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(EventNames.NATIVE_ALLOCATION).withoutStackTrace();
            recording.enable(EventNames.UNTRACED_ALLOCATION);
            recording.enable(EventNames.NATIVE_FREE);
            recording.start();
            Session.begin();
            Session.everyBlock();
            Probe.STACKS.fixed(INTERVAL);
            for (int seed = 0; seed < SEEDS; seed++) {
                ThreadState.current().reseed(seed);
                live[seed] = program(seed);
            }
            assertEquals(0, Misuses.seen());
            Session.end();
            recording.stop();
            recording.dump(file);
        }
        int held = 0;
        double[][] estimates = estimates(file);
        for (int seed = 0; seed < SEEDS; seed++) {
            double error = Math.abs(estimates[seed][0] - live[seed]);
            held += error <= 1.96 * Math.sqrt(estimates[seed][1]) ? 1 : 0;
        }
        assertTrue(held >= 0.93 * SEEDS && held <= 0.97 * SEEDS, held + " of " + SEEDS);
        Files.delete(file);
    }

    /** Takes blocks of odd sizes and frees every second; returns the bytes that are left. */
    private static double program(int seed) {
        Random random = new Random(seed);
        double left = 0;
        for (int i = 0; i < BLOCKS; i++) {
            long address = address(seed, i);
            long bytes = 1 + (long) Math.exp(random.nextDouble() * Math.log(20_000));
            Probe.taken(Binding.UNSAFE, address, bytes);
            if (i % 2 == 0) {
                Probe.freeing(Binding.UNSAFE, address);
            } else if (i % LINE == 1) {
                left += bytes;
            }
        }
        return left;
    }

    /** By seed: estimated live bytes, and the estimated variance of that. */
    private static double[][] estimates(Path file) throws Exception {
        Map<Long, double[]> live = new HashMap<>();
        int blocks = 0;
        int stacks = 0;
        List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file));
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        for (RecordedEvent event : events) {
            long address = event.getLong(EventNames.FIELD_ADDRESS);
            if (event.getEventType().getName().equals(EventNames.NATIVE_FREE)) {
                assertTrue(live.remove(address) != null, "a free without its block");
            } else {
                boolean traced = event.getEventType().getName().equals(EventNames.NATIVE_ALLOCATION);
                assertTrue(!traced || event.getBoolean(EventNames.FIELD_EVERY_BLOCK));
                blocks++;
                stacks += traced ? 1 : 0;
                double weight = traced ? event.getDouble(EventNames.FIELD_WEIGHT) : 0;
                live.put(address, new double[] {event.getLong(EventNames.FIELD_BYTES), weight});
            }
        }
        assertEquals(SEEDS * BLOCKS, blocks);
        assertEquals(SEEDS * BLOCKS / 2, live.size());
        assertTrue(stacks > blocks / 10 && stacks < blocks * 9 / 10, stacks + " stacks of " + blocks);
        double[][] estimates = new double[SEEDS][2];
        live.forEach((address, block) -> {
            if ((address & 0xFFFFFFFFL) / 32_768 % LINE != 1) {
                return;
            }
            double[] of = estimates[(int) (address >>> 32) - 0x100];
            of[0] += block[0] * block[1];
            of[1] += block[0] * block[0] * block[1] * (block[1] - 1);
        });
        return estimates;
    }

    private static long address(int seed, int block) {
        return (0x100L + seed << 32) + block * 32_768L;
    }
}
