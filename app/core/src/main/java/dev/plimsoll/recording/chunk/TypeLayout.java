package dev.plimsoll.recording.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One type of the file's metadata: an event, or what constants and structures are made of.
final class TypeLayout {

    /// Deepest nesting of structures that is followed; a type that contains itself has no end.
    private static final int DEEPEST = 8;

    private static final int UNKNOWN = 0;
    private static final int ENDLESS = -1;

    private final long id;
    private final String name;
    private final boolean event;
    private final boolean simple;
    private final Map<String, String> traits;
    private final List<FieldLayout> fields = new ArrayList<>();
    private int height = UNKNOWN;

    TypeLayout(long id, String name, boolean event, boolean simple, Map<String, String> traits) {
        this.id = id;
        this.name = name;
        this.event = event;
        this.simple = simple;
        this.traits = traits;
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    boolean event() {
        return event;
    }

    /// Whether a value of this type stands for its only field.
    boolean simple() {
        return simple && fields.size() == 1;
    }

    Map<String, String> traits() {
        return traits;
    }

    /// In the order in which values are written.
    List<FieldLayout> fields() {
        return fields;
    }

    /// While the metadata is read.
    void add(FieldLayout field) {
        fields.add(field);
    }

    @Nullable
    FieldLayout field(String fieldName) {
        for (FieldLayout field : fields) {
            if (field.name().equals(fieldName)) {
                return field;
            }
        }
        return null;
    }

    /// Whether every value takes at least one byte and structures end somewhere, so that values can be walked
    /// over.
    boolean walkable() {
        return height(0) > 0;
    }

    /// Levels of structures from here down, or [#ENDLESS].
    private int height(int depth) {
        if (height == UNKNOWN) {
            height = ENDLESS;
            int deepest = 0;
            for (FieldLayout field : fields) {
                if (field.encoding() == FieldLayout.Encoding.STRUCT) {
                    int below = depth > DEEPEST ? ENDLESS : field.structure().height(depth + 1);
                    if (below == ENDLESS) {
                        return ENDLESS;
                    }
                    deepest = Math.max(deepest, below);
                }
            }
            height = fields.isEmpty() || deepest >= DEEPEST ? ENDLESS : deepest + 1;
        }
        return height;
    }

    void skip(Cursor cursor) {
        for (FieldLayout field : fields) {
            field.skip(cursor);
        }
    }
}
