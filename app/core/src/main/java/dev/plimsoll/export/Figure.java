package dev.plimsoll.export;

import java.util.Locale;

/// What a stack amounts to.
public enum Figure {
    LIVE_BYTES("bytes"),
    LIVE_BLOCKS("count"),
    ALLOCATED_BYTES("bytes"),
    ALLOCATIONS("count"),
    FREED_BYTES("bytes"),
    /// What findings call a leak.
    LEAKED_BYTES("bytes"),
    LEAKED_BLOCKS("count"),
    LIVE_CALLBACKS("count");

    private final String unit;

    Figure(String unit) {
        this.unit = unit;
    }

    /// `bytes` or `count`.
    public String unit() {
        return unit;
    }

    /// `live bytes`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// `liveBytes`, as in the JSON report.
    public String camelCase() {
        StringBuilder word = new StringBuilder();
        for (String part : words().split(" ")) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }
}
