package dev.plimsoll.finding;

/// What a finding says, word for word as in reports.
public enum Verdict {
    LEAK_PROVEN("leak, proven", Severity.CRITICAL),
    LEAK_LIKELY("leak, likely", Severity.WARNING),
    RELEASED_LATE("released late", Severity.NOTICE),
    FREED_TOO_EARLY("freed too early", Severity.CRITICAL),
    MISUSE("misuse", Severity.CRITICAL),
    RETAINED_BY_ALLOCATOR("retained by the allocator", Severity.NEUTRAL),
    CACHE_OR_WARM_UP("cache or warm-up", Severity.NEUTRAL),
    SIZED_TOO_SMALL("not a leak: sized too small", Severity.WARNING);

    private final String words;
    private final Severity severity;

    Verdict(String words, Severity severity) {
        this.words = words;
        this.severity = severity;
    }

    public String words() {
        return words;
    }

    public Severity severity() {
        return severity;
    }
}
