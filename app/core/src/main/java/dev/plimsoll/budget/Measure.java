package dev.plimsoll.budget;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a budget limits.
public enum Measure {
    /// Bytes that are live at the end of the recording.
    LIVE_BYTES,
    /// Callbacks that are live at the end of the recording.
    LIVE_CALLBACKS,
    /// Blocks allocated, divided by the number of operations that the run did.
    BLOCKS_PER_OPERATION,
    /// Findings that say `leak, proven` or `leak, likely`.
    LEAKS;

    /// The key in a budget file: `live-bytes`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Measure of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static String keys() {
        return Arrays.stream(values()).map(Measure::key).collect(Collectors.joining(", "));
    }
}
