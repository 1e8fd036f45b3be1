package dev.plimsoll.event.raw;

/// One field of an event type; a field of a structure has the structure's name in front, with a dot.
///
/// @param name as in the recording
/// @param label for people, or the name when there is none
/// @param kind what its values are
public record RawField(String name, String label, Kind kind) {

    /// What the number of a value means.
    public enum Kind {
        /// Nanoseconds since the epoch.
        TIME,
        /// Nanoseconds.
        SPAN,
        /// Bytes.
        BYTES,
        /// A place in memory.
        ADDRESS,
        /// A whole number.
        NUMBER,
        /// The bits of a double.
        REAL,
        /// The bits of a double, a share in 0..1.
        SHARE,
        /// 0 or 1.
        FLAG,
        /// The number of a word in the table.
        WORD,
        /// The id of a stack in the table's stacks.
        STACK;

        /// Whether values can be drawn over time.
        public boolean numeric() {
            return switch (this) {
                case SPAN, BYTES, NUMBER, REAL, SHARE -> true;
                case TIME, ADDRESS, FLAG, WORD, STACK -> false;
            };
        }

        /// Whether the number is the bits of a double.
        public boolean real() {
            return this == REAL || this == SHARE;
        }
    }
}
