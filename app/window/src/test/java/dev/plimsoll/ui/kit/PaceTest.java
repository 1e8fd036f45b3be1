package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong clock = new AtomicLong(17);
    private final List<Duration> delays = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Pace pace = new Pace(Duration.ofMillis(500), clock::get, (delay, task) -> {
        delays.add(delay);
        later.add(task);
    });

    @Test
    void whatIsQuickComesAtTheInterval() {
        begin("first", 3);
        pace.request(() -> done.add("second"));
        assertEquals(List.of(Duration.ofMillis(497)), delays);
        wait(497);
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void whatTakesLongTakesATenthOfTheTime() {
        begin("first", 201);
        pace.request(() -> done.add("second"));
        assertEquals(List.of(Duration.ofMillis(9 * 201)), delays);
        wait(9 * 201);
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void nobodyWaitsForMoreThanFiveSeconds() {
        begin("first", 2_003);
        pace.request(() -> done.add("second"));
        assertEquals(List.of(Duration.ofMillis(5_000 - 2_003)), delays);
    }

    /// An answer to what a person asked in between says nothing about the cost of new data.
    @Test
    void onlyTheFirstEndCounts() {
        begin("first", 3);
        clock.addAndGet(400 * MILLI);
        pace.ended();
        pace.request(() -> done.add("second"));
        assertEquals(List.of(Duration.ofMillis(97)), delays);
    }

    private void begin(String what, long millis) {
        pace.now(() -> done.add(what));
        clock.addAndGet(millis * MILLI);
        pace.ended();
    }

    private void wait(int millis) {
        clock.addAndGet(millis * MILLI);
        List.copyOf(later).forEach(Runnable::run);
    }
}
