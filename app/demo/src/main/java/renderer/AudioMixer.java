package renderer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Plays a clip twice a second, on a thread of its own.
final class AudioMixer implements AutoCloseable {

    private static final double TICK = 0.05;
    private static final int TICKS_PER_CLIP = 10;

    private final SoundBank bank;
    private final Deque<Voice> voices = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("audio").unstarted(task));
    private int ticks;
    private double level;

    AudioMixer(SoundBank bank) {
        this.bank = bank;
    }

    void start() {
        thread.scheduleAtFixedRate(this::mix, 0, (long) (1000 * TICK), TimeUnit.MILLISECONDS);
    }

    private void mix() {
        double now = ticks * TICK;
        if (ticks % TICKS_PER_CLIP == 0) {
            voices.addLast(new Voice(now, bank.decode(ticks / TICKS_PER_CLIP)));
        }
        double sum = 0;
        for (Voice voice : voices) {
            double at = now - voice.started();
            sum += at < voice.clip().seconds() ? voice.clip().sample(at) : 0;
        }
        level = 0.9 * level + 0.1 * sum;
        while (!voices.isEmpty() && now - voices.getFirst().started() > 3) {
            bank.release(voices.removeFirst().clip());
        }
        ticks++;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /// @param started seconds since the first tick
    /// @param clip what is heard
    record Voice(double started, SoundBank.Clip clip) {}
}
