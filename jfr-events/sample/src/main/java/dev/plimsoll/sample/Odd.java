package dev.plimsoll.sample;

import dev.plimsoll.jfr.event.v1.AgentHealth;
import dev.plimsoll.jfr.event.v1.BindingCoverage;
import dev.plimsoll.jfr.event.v1.BindingTotals;
import dev.plimsoll.jfr.event.v1.CallbackActivity;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import dev.plimsoll.jfr.event.v1.Misuse;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.OwnerCollected;
import dev.plimsoll.jfr.event.v1.ResidentMemory;
import dev.plimsoll.jfr.event.v1.UntracedAllocation;
import java.nio.file.Path;
import java.util.SplittableRandom;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Writes a small recording of odd values, the same for the same seed but for addresses and times:
 * {@code Odd FILE none|default|profile SEED EVENTS THREADS CHUNKS}. With a configuration the JDK's own events are in it
 * too.
 */
public final class Odd {
    private static final long[] NUMBERS = {
        0, 1, -1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] WEIGHTS = {
        1, 1.5, 0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 136.46741787339488
    };
    private static final String[] WORDS = {
        null,
        "",
        "ffm",
        "fifteen chars ..",
        "sixteen chars ...",
        "seventeen chars ..",
        "\u00e9\u00df\u00f8",
        "\u6c34\u7dda",
        "\ud83d\udea2 afloat",
        "half \ud83d",
        "\u0000null\u0000",
        "a word that is long enough for the pool of strings",
        "x".repeat(200),
        "\u6c34".repeat(70_000),
        "y".repeat(66_000)
    };
    private static final String[] CAUSES = {"explicit", "cleaner", "arena", "realloc", "REALLOC", "unheard of", null};

    private final SplittableRandom random;
    private final Maze maze = new Maze(this::commit);

    private Odd(long seed) {
        random = new SplittableRandom(seed);
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]).toAbsolutePath();
        int events = Integer.parseInt(args[3]);
        int chunks = Integer.parseInt(args[5]);
        try (Recording recording =
                args[1].equals("none") ? new Recording() : new Recording(Configuration.getConfiguration(args[1]))) {
            if (args[1].equals("none")) {
                recording.enable("jdk.GarbageCollection");
                recording.enable("jdk.GCHeapSummary");
            }
            recording.start();
            for (int chunk = 0; chunk < chunks; chunk++) {
                run(Long.parseLong(args[2]) + chunk, events / chunks, Integer.parseInt(args[4]));
                System.gc();
                try (Recording rotation = new Recording()) {
                    rotation.start();
                }
            }
            recording.stop();
            recording.dump(file);
        }
    }

    private static void run(long seed, int events, int count) throws InterruptedException {
        Thread[] threads = new Thread[count];
        for (int number = 0; number < count; number++) {
            Odd odd = new Odd(seed * 1000 + number);
            threads[number] = new Thread(
                    () -> {
                        for (int event = 0; event < events / count; event++) {
                            odd.maze.walk(odd.random.nextInt(64), odd.depth());
                        }
                    },
                    "odd " + WORDS[3 + number % 7]);
            threads[number].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Now and then deeper than the 64 frames that JFR keeps. */
    private int depth() {
        return random.nextInt(20) == 0 ? 100 : 1 + random.nextInt(8);
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    /** The two very long ones are rare: they alone would make the file large. */
    private String word() {
        return WORDS[random.nextInt(random.nextInt(1000) == 0 ? WORDS.length : WORDS.length - 2)];
    }

    private void commit() {
        switch (random.nextInt(26)) {
            case 0 -> {
                OwnerCollected event = new OwnerCollected();
                event.address = number();
                event.binding = word();
                event.bytes = number();
                event.weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
                event.ownerClass = word();
                event.seen = number();
                event.cleanersRan = random.nextBoolean();
                event.commit();
            }
            case 1 -> {
                CallbackRegistered event = new CallbackRegistered();
                event.handle = number();
                event.targetClass = word();
                event.binding = word();
                event.lifetime = word();
                event.commit();
            }
            case 2 -> {
                CallbackReleased event = new CallbackReleased();
                event.handle = number();
                event.binding = word();
                event.commit();
            }
            case 3 -> {
                CallbackActivity event = new CallbackActivity();
                event.handle = number();
                event.invocations = number();
                event.last = number();
                event.commit();
            }
            case 4 -> {
                Misuse event = new Misuse();
                event.kind = word();
                event.address = number();
                event.binding = word();
                event.commit();
            }
            case 5 -> {
                BindingTotals event = new BindingTotals();
                event.binding = word();
                event.allocatedBytes = number();
                event.allocations = number();
                event.frees = number();
                event.commit();
            }
            case 6 -> {
                BindingCoverage event = new BindingCoverage();
                event.binding = word();
                event.state = word();
                event.detail = word();
                event.commit();
            }
            case 7 -> {
                AgentHealth event = new AgentHealth();
                event.mode = word();
                event.interval = number();
                event.stackInterval = number();
                event.eventsEmitted = number();
                event.errors = number();
                event.costPercent = WEIGHTS[random.nextInt(WEIGHTS.length)];
                event.commit();
            }
            case 8 -> {
                ResidentMemory event = new ResidentMemory();
                event.rss = number();
                event.heapCommitted = number();
                event.heapUsed = number();
                event.commit();
            }
            case 9, 10 -> {
                UntracedAllocation event = new UntracedAllocation();
                event.address = number();
                event.bytes = number();
                event.binding = word();
                event.kind = word();
                event.ownerClass = word();
                event.commit();
            }
            case 11, 12, 13, 14, 15, 16 -> {
                NativeFree event = new NativeFree();
                event.address = number();
                event.binding = word();
                event.cause = CAUSES[random.nextInt(CAUSES.length)];
                event.commit();
            }
            default -> {
                NativeAllocation event = new NativeAllocation();
                event.address = number();
                event.bytes = number();
                event.weight = WEIGHTS[random.nextInt(WEIGHTS.length)];
                event.binding = word();
                event.kind = word();
                event.ownerClass = word();
                event.everyBlock = random.nextBoolean();
                event.commit();
            }
        }
    }
}
