package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.chunk.BatchSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever opens a recording sees the first events at once, and all of them again in their order.
class GlimpseTest {

    private static final class Watcher implements BatchSink {

        private final List<NativeEvent> seen = new ArrayList<>();
        private final List<NativeEvent> entered = new ArrayList<>();
        private int glimpses;

        @Override
        public void glimpse(List<NativeEvent> events, double done) {
            assertTrue(entered.isEmpty(), "a glimpse comes before all batches");
            assertTrue(done > 0 && done < 1, () -> "share of the file: " + done);
            seen.addAll(events);
            glimpses++;
        }

        @Override
        public boolean batch(EventColumns columns, double done) {
            entered.addAll(columns.events());
            return true;
        }
    }

    private static Watcher read(Path folder, int blocks) throws Exception {
        Recording recording = Emit.started();
        for (int block = 1; block <= blocks; block++) {
            Emit.untraced(0x1000L * block, 17, "ffm");
        }
        Watcher watcher = new Watcher();
        RecordingReader.read(Emit.dump(recording, folder.resolve("glimpse.jfr")), new StackTable(), watcher);
        return watcher;
    }

    private static List<NativeEvent> allocations(List<NativeEvent> events) {
        return events.stream().filter(NativeEvent.Allocation.class::isInstance).toList();
    }

    @Test
    void theFirstEventsComeBeforeTheFirstBatch(@TempDir Path folder) throws Exception {
        Watcher watcher = read(folder, 3_001);
        assertEquals(1, watcher.glimpses);
        assertTrue(watcher.seen.size() >= 500 && watcher.seen.size() < 1_500, () -> watcher.seen.size() + " events");
        assertEquals(
                watcher.seen.stream()
                        .sorted(Comparator.comparingLong(NativeEvent::time))
                        .toList(),
                watcher.seen);
        List<NativeEvent> all = allocations(watcher.entered);
        assertEquals(3_001, all.size());
        assertTrue(all.containsAll(allocations(watcher.seen)));
    }

    @Test
    void aFewEventsNeedNone(@TempDir Path folder) throws Exception {
        Watcher watcher = read(folder, 101);
        assertEquals(0, watcher.glimpses);
        assertEquals(101, allocations(watcher.entered).size());
    }
}
