package dev.plimsoll.session;

import java.util.Set;

/// What of a session is to be saved.
///
/// @param from nanoseconds since the epoch
/// @param to nanoseconds since the epoch
/// @param bindings empty for all
public record Portion(long from, long to, Set<String> bindings) {

    /// Everything.
    public static final Portion ALL = new Portion(Long.MIN_VALUE, Long.MAX_VALUE, Set.of());

    public Portion {
        bindings = Set.copyOf(bindings);
    }

    /// A range of time, all bindings.
    public static Portion of(Playback.Range range) {
        return new Portion(range.from(), range.to(), Set.of());
    }
}
