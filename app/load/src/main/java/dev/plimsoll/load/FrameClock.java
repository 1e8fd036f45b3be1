package dev.plimsoll.load;

import java.util.Arrays;
import javafx.animation.AnimationTimer;

/// Nanoseconds from frame to frame, with a frame wanted at every pulse. FX thread.
final class FrameClock extends AnimationTimer {

    private long[] spans = new long[1 << 10];
    private int count;
    private long last;

    @Override
    public void handle(long now) {
        long time = System.nanoTime();
        if (last > 0) {
            if (count == spans.length) {
                spans = Arrays.copyOf(spans, 2 * count);
            }
            spans[count++] = time - last;
        }
        last = time;
    }

    /// From the shortest to the longest.
    long[] sorted() {
        long[] sorted = Arrays.copyOf(spans, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
