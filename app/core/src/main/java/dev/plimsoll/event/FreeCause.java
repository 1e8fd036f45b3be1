package dev.plimsoll.event;

/// Who gave a block back.
public enum FreeCause {
    EXPLICIT,
    CLEANER,
    ARENA,
    REALLOC;

    /// The word in the recording, lower case; an unknown word counts as explicit.
    public static FreeCause of(String word) {
        for (FreeCause cause : values()) {
            if (cause.name().equalsIgnoreCase(word)) {
                return cause;
            }
        }
        return EXPLICIT;
    }
}
