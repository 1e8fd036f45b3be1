package dev.plimsoll.recording.chunk;

import org.jspecify.annotations.Nullable;

/// One event's fields by name, whoever read it. Field names may lead into structures: `heapSpace.committedSize`.
/// All methods with a name throw [IllegalArgumentException] when the event has no such field or it holds something
/// else. Good only until the next event is read.
public interface EventFields {

    /// Name of the event's type.
    String name();

    boolean has(String field);

    /// Start, nanoseconds since the epoch.
    long time();

    /// Length in nanoseconds, 0 when it has none.
    long duration();

    /// A whole number; unsigned ones as they are meant.
    long number(String field);

    double real(String field);

    boolean flag(String field);

    /// A string, or null.
    @Nullable
    String word(String field);

    /// A timespan in nanoseconds, 0 when it is unknown or for ever.
    long span(String field);

    /// What a field holds that has fields of its own, or null when it holds nothing. A part has no name, time or stack.
    @Nullable
    EventFields part(String field);

    /// Id of the stack in the session's table, 0 when there is none.
    int stack();
}
