package dev.plimsoll.recording.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The event types of one chunk by the number that its events carry, and how many came of each. One thread.
final class EventTypes {

    /// What is done with the events of one type.
    ///
    /// @param layout its fields
    /// @param plan how it is read when it is hot, else null
    /// @param wanted whether [OtherEvents] asks for it
    record Handling(TypeLayout layout, @Nullable HotPlan plan, boolean wanted) {}

    private final DenseKeys numbers = new DenseKeys();
    private final List<Handling> handlings = new ArrayList<>();
    private final long[] counts;
    private final long[] bytes;
    private long unknown;

    EventTypes(Metadata metadata, Set<String> wanted, boolean compressed) {
        for (TypeLayout type : metadata.types().values()) {
            if (type.event()) {
                numbers.put(type.id(), handlings.size());
                boolean readable = type.walkable();
                handlings.add(
                        new Handling(type, HotPlan.of(type, compressed), readable && wanted.contains(type.name())));
            }
        }
        counts = new long[handlings.size()];
        bytes = new long[handlings.size()];
    }

    /// Whether there are types whose names begin so.
    boolean any(String beginning) {
        return handlings.stream().anyMatch(type -> type.layout().name().startsWith(beginning));
    }

    /// Counts an event; returns what to do with it, null when its type is not known.
    @Nullable
    Handling count(long type, int size) {
        int number = numbers.get(type);
        if (number == DenseKeys.NONE) {
            unknown++;
            return null;
        }
        counts[number]++;
        bytes[number] += size;
        return handlings.get(number);
    }

    /// Events of types that the metadata does not have.
    long unknown() {
        return unknown;
    }

    /// Adds the counts of this chunk to those of the chunks before.
    void addTo(Map<String, TypeCount> sums) {
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                TypeCount count = new TypeCount(counts[number], bytes[number]);
                sums.merge(handlings.get(number).layout().name(), count, TypeCount::plus);
            }
        }
    }
}
