package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the events of one type into a table. One thread.
final class RawReader {

    private final RawRows.Maker maker;
    private final long[] values;
    private List<FieldReading> readings = List.of();
    private int[] places = {};
    private FieldReading.@Nullable Values lookUp;
    private long type;
    private long left;

    /// @param type name
    /// @param layout that gives the table its fields
    RawReader(String type, TypeLayout layout, StackTable stacks) {
        maker = new RawRows.Maker(type, RawFile.fields(layout), stacks);
        values = new long[maker.fields().size()];
    }

    RawRows.Maker maker() {
        return maker;
    }

    /// Goes on with another chunk, or another description of the same, whose fields may be others: they are found by
    /// name.
    void begin(TypeLayout layout, Pools pools, StackPool stacks, ChunkHeader.Clock clock) {
        readings = FieldReading.of(layout);
        lookUp = new FieldReading.Values(maker, pools, stacks, clock, new HashMap<>(), new WrittenValues());
        type = layout.id();
        places = new int[readings.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = maker.fields().indexOf(readings.get(i).field());
        }
    }

    /// Whether the event at the window is of the type.
    private boolean takes(ChunkWindow window) {
        return lookUp != null && window.type() == type;
    }

    /// Counts the event as one that is not kept, if it is of the type.
    void leaveOut(ChunkWindow window) {
        left += takes(window) ? 1 : 0;
    }

    /// Adds the event if it is of the type.
    void read(ChunkWindow window) {
        FieldReading.Values chunk = lookUp;
        if (!takes(window) || chunk == null) {
            return;
        }
        Cursor cursor = new Cursor(window.bytes(), window.fields(), window.behind(), window.compressed());
        Arrays.fill(values, RawRows.NONE);
        try {
            for (int i = 0; i < places.length; i++) {
                long value = readings.get(i).read(cursor, chunk);
                if (places[i] >= 0) {
                    values[places[i]] = value;
                }
            }
        } catch (MalformedChunk e) {
            left++;
            return;
        }
        for (int field = 0; field < values.length; field++) {
            maker.add(field, values[field]);
        }
    }

    /// Events that were left out or are damaged.
    long left() {
        return left;
    }

    String leftOut() {
        return "%,d of %,d events are shown: there is no more memory for them, or they are damaged."
                .formatted(maker.size(), maker.size() + left);
    }
}
