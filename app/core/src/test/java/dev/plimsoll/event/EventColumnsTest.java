package dev.plimsoll.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventColumnsTest {

    @Test
    void whatGoesInComesOutInOrderOfTimeHoweverFewRowsWereExpected() {
        Random random = new Random(3);
        EventColumns columns = new EventColumns(new BlockLabels(), 1);
        List<NativeEvent> events = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            long time = random.nextInt(5_000);
            NativeEvent event = switch (random.nextInt(3)) {
                case 0 -> new NativeEvent.Allocation(time, i, i + 1, 1.5, "ffm", "shared", null, i);
                case 1 -> new NativeEvent.Free(time, i, "direct", FreeCause.CLEANER);
                default -> new NativeEvent.ResidentMemory(time, i);
            };
            events.add(event);
            columns.add(event);
        }
        columns.seal();
        events.sort(Comparator.comparingLong(NativeEvent::time));
        assertEquals(events, columns.events());
        assertEquals(events.getLast().time(), columns.end());
    }
}
