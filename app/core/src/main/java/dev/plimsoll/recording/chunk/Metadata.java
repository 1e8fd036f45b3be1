package dev.plimsoll.recording.chunk;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The types of a chunk by id, read from its metadata event: a table of strings, then a tree of elements with
/// attributes, all indices into that table. Format as `jdk.jfr.internal.MetadataReader` reads it.
final class Metadata {

    static final long EVENT_TYPE = 0;

    private static final String EVENT = "jdk.jfr.Event";
    private static final int DEEPEST = 16;

    private record Element(String name, Map<String, String> attributes, List<Element> children) {

        String attribute(String key) {
            String value = attributes.get(key);
            if (value == null) {
                throw new MalformedChunk("its metadata has a " + name + " without " + key);
            }
            return value;
        }

        long id(String key) {
            try {
                return Long.parseLong(attribute(key));
            } catch (NumberFormatException e) {
                throw new MalformedChunk("its metadata has a " + name + " whose " + key + " is no number");
            }
        }

        @Nullable
        Element child(String wanted) {
            for (Element child : children) {
                if (child.name.equals(wanted)) {
                    return child;
                }
            }
            return null;
        }
    }

    private final Map<Long, TypeLayout> types;

    private Metadata(Map<Long, TypeLayout> types) {
        this.types = types;
    }

    /// By id, in the file's order.
    Map<Long, TypeLayout> types() {
        return types;
    }

    @Nullable
    TypeLayout type(long id) {
        return types.get(id);
    }

    /// Reads the body of a metadata event, behind its id.
    ///
    /// @throws MalformedChunk when it is none
    static Metadata read(Cursor cursor) {
        String[] words = new String[cursor.count()];
        for (int i = 0; i < words.length; i++) {
            String word = cursor.text(Cursor.Strings.NONE);
            words[i] = word == null ? "" : word;
        }
        Element metadata = element(cursor, words, 0).child("metadata");
        if (metadata == null) {
            throw new MalformedChunk("its metadata describes no types");
        }
        return new Metadata(new Builder(metadata).types);
    }

    private static Element element(Cursor cursor, String[] words, int depth) {
        if (depth > DEEPEST) {
            throw new MalformedChunk("its metadata is nested too deep");
        }
        String name = word(cursor, words);
        int attributeCount = cursor.count();
        Map<String, String> attributes =
                attributeCount == 0 ? Map.of() : HashMap.newHashMap(Math.min(attributeCount, 16));
        for (int i = 0; i < attributeCount; i++) {
            String key = word(cursor, words);
            attributes.putIfAbsent(key, word(cursor, words));
        }
        int childCount = cursor.count();
        List<Element> children = childCount == 0 ? List.of() : new ArrayList<>(Math.min(childCount, 64));
        for (int i = 0; i < childCount; i++) {
            children.add(element(cursor, words, depth + 1));
        }
        return new Element(name, attributes, children);
    }

    private static String word(Cursor cursor, String[] words) {
        long index = cursor.integer(4);
        if (index < 0 || index >= words.length) {
            throw new MalformedChunk("its metadata names a string that it does not have");
        }
        return words[(int) index];
    }

    /// Types first, then their fields, since fields name types that may come later.
    private static final class Builder {
        private final Map<Long, TypeLayout> types = new LinkedHashMap<>();
        private final Map<Long, String> names = new HashMap<>();

        Builder(Element metadata) {
            for (Element type : metadata.children) {
                if (type.name.equals("class")) {
                    names.put(type.id("id"), type.attribute("name"));
                }
            }
            for (Element type : metadata.children) {
                if (type.name.equals("class")) {
                    long id = type.id("id");
                    boolean event = EVENT.equals(type.attributes.get("superType"));
                    boolean simple = type.attributes.containsKey("simpleType");
                    types.put(id, new TypeLayout(id, type.attribute("name"), event, simple, traits(type)));
                }
            }
            for (Element type : metadata.children) {
                if (type.name.equals("class")) {
                    addFields(type);
                }
            }
        }

        private void addFields(Element type) {
            TypeLayout layout = types.get(type.id("id"));
            if (layout == null || !layout.fields().isEmpty()) {
                return;
            }
            Encoding plain = Encoding.of(layout.name());
            if (plain != null) {
                layout.add(new FieldLayout("value", plain, null, false, Map.of()));
                return;
            }
            for (Element field : type.children) {
                if (field.name.equals("field")) {
                    layout.add(field(field));
                }
            }
        }

        private FieldLayout field(Element field) {
            TypeLayout type = types.get(field.id("class"));
            if (type == null) {
                throw new MalformedChunk("its metadata has a field of a type that it does not have");
            }
            boolean array = field.attributes.containsKey("dimension") && field.id("dimension") > 0;
            boolean pooled = field.attributes.containsKey("constantPool");
            Encoding plain = Encoding.of(type.name());
            Encoding encoding = pooled ? Encoding.POOLED : plain == null ? Encoding.STRUCT : plain;
            return new FieldLayout(
                    field.attribute("name"), encoding, plain == null || pooled ? type : null, array, traits(field));
        }

        private Map<String, String> traits(Element element) {
            Map<String, String> traits = new HashMap<>();
            for (Element annotation : element.children) {
                if (annotation.name.equals("annotation")) {
                    String name = names.get(annotation.id("class"));
                    if (name != null) {
                        String value = annotation.attributes.get("value");
                        traits.put(name, value != null ? value : annotation.attributes.getOrDefault("value-0", ""));
                    }
                }
            }
            return traits;
        }
    }
}
