package dev.plimsoll.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class EventColumnsTest {

    @Test
    void growsUnderEventsOfEveryKind() {
        EventColumns columns = new EventColumns(new BlockLabels(), 1);
        for (long time = 1; time <= 9; time++) {
            columns.other(new NativeEvent.Gauge(time, "g", time));
        }
        columns.seal();
        assertEquals(
                LongStream.rangeClosed(1, 9).boxed().toList(),
                columns.events().stream().map(NativeEvent::time).toList());
    }
}
