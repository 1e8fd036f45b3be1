package dev.plimsoll.timeline;

/// How many references of each sort a GC cycle processed; -1 where that is not recorded.
///
/// @param soft references that are kept while memory lasts
/// @param weak of caches and listeners
/// @param finals objects with a finalizer
/// @param phantom of Cleaners
public record ReferenceCounts(long soft, long weak, long finals, long phantom) {

    public static final ReferenceCounts NONE = new ReferenceCounts(-1, -1, -1, -1);

    /// Whether any of them is known.
    public boolean recorded() {
        return soft >= 0 || weak >= 0 || finals >= 0 || phantom >= 0;
    }

    /// With one more.
    ///
    /// @param type the JVM's word, for example `Phantom reference`; others change nothing
    ReferenceCounts with(String type, long count) {
        return switch (type.strip().split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT)) {
            case "soft" -> new ReferenceCounts(count, weak, finals, phantom);
            case "weak" -> new ReferenceCounts(soft, count, finals, phantom);
            case "final" -> new ReferenceCounts(soft, weak, count, phantom);
            case "phantom" -> new ReferenceCounts(soft, weak, finals, count);
            default -> this;
        };
    }
}
