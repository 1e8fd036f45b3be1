package dev.plimsoll.recording.chunk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field as the file's metadata declares it.
///
/// @param name as declared
/// @param encoding how a value, or an element of an array, is written
/// @param type what the pool holds or the structure is made of; null for the others
/// @param array whether a count comes first, then the elements
/// @param traits annotation to its value, both as in the file: `jdk.jfr.Label` to `Address`; a plain one to the
///     empty string
record FieldLayout(
        String name, Encoding encoding, @Nullable TypeLayout type, boolean array, Map<String, String> traits) {

    enum Encoding {
        BYTE("byte"),
        BOOLEAN("boolean"),
        CHAR("char"),
        SHORT("short"),
        INT("int"),
        LONG("long"),
        FLOAT("float"),
        DOUBLE("double"),
        TEXT("java.lang.String"),
        /// The key of a constant, as a long.
        POOLED(null),
        /// The fields of [#type], one after the other.
        STRUCT(null);

        private final @Nullable String typeName;

        Encoding(@Nullable String typeName) {
            this.typeName = typeName;
        }

        static @Nullable Encoding of(String type) {
            for (Encoding encoding : values()) {
                if (type.equals(encoding.typeName)) {
                    return encoding;
                }
            }
            return null;
        }
    }

    /// Whether a single value of this encoding is written.
    boolean is(Encoding wanted) {
        return !array && encoding == wanted;
    }

    /// Whether the single key of a constant of this type is written.
    boolean pools(String typeName) {
        return is(Encoding.POOLED) && type != null && type.name().equals(typeName);
    }

    /// Moves behind a value.
    void skip(Cursor cursor) {
        for (int left = array ? cursor.count() : 1; left > 0; left--) {
            switch (encoding) {
                case BYTE, BOOLEAN -> cursor.skip(1);
                case CHAR, SHORT -> cursor.integer(2);
                case INT -> cursor.integer(4);
                case LONG, POOLED -> cursor.number();
                case FLOAT -> cursor.skip(4);
                case DOUBLE -> cursor.skip(8);
                case TEXT -> cursor.skipText();
                case STRUCT -> structure().skip(cursor);
            }
        }
    }

    TypeLayout structure() {
        if (type == null) {
            throw new IllegalStateException(name + " is no structure");
        }
        return type;
    }
}
