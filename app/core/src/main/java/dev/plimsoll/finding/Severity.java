package dev.plimsoll.finding;

/// How much a finding matters, gravest first.
public enum Severity {
    CRITICAL,
    WARNING,
    NOTICE,
    NEUTRAL;

    /// The word in reports.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
