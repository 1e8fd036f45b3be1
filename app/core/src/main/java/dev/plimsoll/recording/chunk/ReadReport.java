package dev.plimsoll.recording.chunk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a reader found in a file.
///
/// @param events all events that were passed, decoded or not
/// @param counts by name of the event type
/// @param start of the first chunk, nanoseconds since the epoch, 0 when there is none
/// @param end of the last chunk as its header says, nanoseconds since the epoch, 0 when unknown
/// @param problem one sentence that says what could not be read, or null when all of it was
public record ReadReport(
        long events,
        Map<String, TypeCount> counts,
        long start,
        long end,
        @Nullable String problem) {

    /// The same with this problem, unless it has one.
    public ReadReport orProblem(String sentence) {
        return problem != null ? this : new ReadReport(events, counts, start, end, sentence);
    }

    /// Whether something was missing or could not be read.
    public boolean truncated() {
        return problem != null;
    }
}
