package dev.plimsoll.ledger;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FreeCause;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The history of one line while it is written. One thread.
final class LineBook {

    private final String binding;
    private final @Nullable Frame frame;
    private String kind = "";
    private @Nullable String ownerClass;
    private @Nullable String goneClass;
    private long firstBirth;
    private long lastBirth;

    private int[] born = new int[8];
    private int[] alive = new int[8];
    private double[] blocks = new double[8];
    private double[] bytes = new double[8];
    private double[] variance = new double[8];
    private int[] deaths = new int[8];
    private double[] lowBytes = new double[8];
    private double[] lowBlocks = new double[8];
    private double[] lowVariance = new double[8];

    private long live;
    private double liveBytes;
    private double liveBlocks;
    private double liveVariance;
    private double high;
    private long largest;

    private final long[] causes = new long[FreeCause.values().length];
    private double cleanerBytes;
    private double cleanerAge;
    private long afterDeath;
    private @Nullable GoneBook gone;

    private int epoch;
    private @Nullable SiteHistory published;

    LineBook(String binding, @Nullable Frame frame, int epoch) {
        this.binding = binding;
        this.frame = frame;
        this.epoch = epoch;
        room();
    }

    void born(int birth, long when, long size, double weight, String newKind, @Nullable String newOwner) {
        kind = newKind;
        ownerClass = newOwner == null ? ownerClass : newOwner;
        firstBirth = firstBirth == 0 ? when : Math.min(firstBirth, when);
        lastBirth = Math.max(lastBirth, when);
        born[birth]++;
        alive[birth]++;
        live++;
        move(birth, size, weight, 1);
        high = Math.max(high, liveBytes);
        largest = Math.max(largest, size);
        published = null;
    }

    /// @param cause null when the block was lost: its free was never seen
    /// @param death when its owner's death was seen, 0 when it was not
    /// @param deathEpoch of `death`
    void ended(int birth, long age, long size, double weight, @Nullable FreeCause cause, long death, int deathEpoch) {
        alive[birth]--;
        live--;
        move(birth, size, weight, -1);
        if (live == 0) {
            liveBytes = 0;
            liveBlocks = 0;
            liveVariance = 0;
        }
        deaths[Math.max(0, epoch - birth)]++;
        if (cause != null) {
            causes[cause.ordinal()]++;
            if (cause == FreeCause.CLEANER) {
                cleanerBytes += size * weight;
                cleanerAge += age;
            }
        }
        if (death != 0) {
            afterDeath++;
            if (gone != null) {
                gone.move(deathEpoch, size, weight, -1);
            }
        }
        if (liveBytes < lowBytes[epoch]) {
            lowBytes[epoch] = liveBytes;
            lowVariance[epoch] = Math.max(0, liveVariance);
        }
        lowBlocks[epoch] = Math.min(lowBlocks[epoch], liveBlocks);
        published = null;
    }

    void ownerGone(int deathEpoch, long size, double weight, @Nullable String whose) {
        goneClass = whose == null ? goneClass : whose;
        if (gone == null) {
            gone = new GoneBook();
        }
        gone.move(deathEpoch, size, weight, 1);
        published = null;
    }

    /// The present epoch is over.
    void next() {
        epoch++;
        room();
        markLow();
        published = null;
    }

    /// Every two epochs become one; the number of the present one is halved.
    void halve() {
        epoch /= 2;
        addPairs(born);
        addPairs(alive);
        addPairs(deaths);
        addPairs(blocks);
        addPairs(bytes);
        addPairs(variance);
        for (int i = 0; i < lowBytes.length / 2; i++) {
            int lower = lowBytes[2 * i + 1] < lowBytes[2 * i] ? 2 * i + 1 : 2 * i;
            lowBytes[i] = lowBytes[lower];
            lowVariance[i] = lowVariance[lower];
            lowBlocks[i] = Math.min(lowBlocks[2 * i], lowBlocks[2 * i + 1]);
        }
        if (gone != null) {
            gone.halve();
        }
        markLow();
        published = null;
    }

    SiteHistory publish() {
        if (published == null) {
            int length = epoch + 1;
            published = new SiteHistory(
                    binding,
                    frame,
                    kind,
                    goneClass == null ? ownerClass : goneClass,
                    firstBirth,
                    lastBirth,
                    new SiteHistory.Cohorts(
                            Arrays.copyOf(born, length),
                            Arrays.copyOf(alive, length),
                            Arrays.copyOf(blocks, length),
                            Arrays.copyOf(bytes, length),
                            Arrays.copyOf(variance, length),
                            Arrays.copyOf(deaths, length)),
                    new SiteHistory.Levels(
                            Arrays.copyOf(lowBytes, epoch),
                            Arrays.copyOf(lowBlocks, epoch),
                            Arrays.copyOf(lowVariance, epoch),
                            high,
                            largest),
                    new SiteHistory.Ends(
                            causes[FreeCause.EXPLICIT.ordinal()],
                            causes[FreeCause.CLEANER.ordinal()],
                            causes[FreeCause.ARENA.ordinal()],
                            causes[FreeCause.REALLOC.ordinal()],
                            cleanerBytes,
                            cleanerAge,
                            afterDeath),
                    gone == null ? null : gone.publish(length));
        }
        return published;
    }

    private void move(int birth, long size, double weight, int sign) {
        double spread = sign * weight * (weight - 1) * size * size;
        blocks[birth] += sign * weight;
        bytes[birth] += sign * weight * size;
        variance[birth] += spread;
        liveBlocks += sign * weight;
        liveBytes += sign * weight * size;
        liveVariance += spread;
    }

    private void markLow() {
        lowBytes[epoch] = liveBytes;
        lowBlocks[epoch] = liveBlocks;
        lowVariance[epoch] = Math.max(0, liveVariance);
    }

    private void room() {
        while (epoch >= born.length) {
            int length = born.length * 2;
            born = Arrays.copyOf(born, length);
            alive = Arrays.copyOf(alive, length);
            deaths = Arrays.copyOf(deaths, length);
            blocks = Arrays.copyOf(blocks, length);
            bytes = Arrays.copyOf(bytes, length);
            variance = Arrays.copyOf(variance, length);
            lowBytes = Arrays.copyOf(lowBytes, length);
            lowBlocks = Arrays.copyOf(lowBlocks, length);
            lowVariance = Arrays.copyOf(lowVariance, length);
        }
    }

    private static void addPairs(int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * i + 1 < values.length ? values[2 * i] + values[2 * i + 1] : 0;
        }
    }

    static void addPairs(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * i + 1 < values.length ? values[2 * i] + values[2 * i + 1] : 0;
        }
    }
}
