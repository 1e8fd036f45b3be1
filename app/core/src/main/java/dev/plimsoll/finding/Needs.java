package dev.plimsoll.finding;

/// What must have been recorded before a rule can say anything, so that silence is not taken for health.
public enum Needs {
    ALLOCATIONS("native allocations"),
    CALLBACKS("callbacks"),
    GC_CYCLES("GC cycles"),
    /// To see that nothing grows. A leak may be seen sooner.
    TIME("at least 20 seconds"),
    RESIDENT("the resident memory"),
    THREADS("the number of threads");

    private final String words;

    Needs(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
