package dev.plimsoll.recording;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.chunk.EventFields;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From `jdk.OldObjectSample` to what holds the object, where the recorder looked for that: `path-to-gc-roots=true`, or
/// a `cutoff` above 0. The chain is walked from the object outwards and ends at the first static field; who holds that
/// class is of no interest.
final class OldObjectDecoder {

    /// The recorder leaves out the middle of a chain longer than 200.
    private static final int LONGEST = 256;

    private static final String LEFT_OUT = "...";

    /// How the JVM describes an object of [Class].
    private static final String CLASS_NAME = "Class Name: ";

    private OldObjectDecoder() {}

    /// Null when it was not looked for what holds the object, or nothing was found.
    static @Nullable NativeEvent decode(EventFields e, long time) {
        EventFields object = e.part("object");
        EventFields root = e.part("root");
        if (object == null || root == null) {
            return null;
        }
        List<String> outwards = outwards(object);
        if (outwards.isEmpty() || !outwards.getLast().startsWith("static ")) {
            outwards.add(root(root));
        }
        return new NativeEvent.HeldObject(time, type(object), List.copyOf(outwards.reversed()), e.stack());
    }

    private static List<String> outwards(EventFields object) {
        List<String> holders = new ArrayList<>();
        EventFields reference = object.part("referrer");
        while (reference != null && holders.size() < LONGEST) {
            EventFields holder = reference.part("object");
            EventFields field = reference.part("field");
            if (reference.has("skip") && reference.number("skip") > 0) {
                holders.add(LEFT_OUT);
            }
            if (holder == null) {
                return holders;
            }
            if (field != null && Modifier.isStatic((int) field.number("modifiers"))) {
                holders.add("static " + described(holder) + "." + field.word("name"));
                return holders;
            }
            holders.add(field == null ? type(holder) : type(holder) + "." + field.word("name"));
            reference = holder.part("referrer");
        }
        return holders;
    }

    /// The class that an object of [Class] stands for.
    private static String described(EventFields holder) {
        String description = Objects.requireNonNullElse(holder.word("description"), "");
        return description.startsWith(CLASS_NAME) ? description.substring(CLASS_NAME.length()) : type(holder);
    }

    /// As it is written in code: arrays of classes come as `[Ljava/lang/Object;`.
    private static String type(EventFields object) {
        EventFields type = object.part("type");
        String name = type == null ? null : type.word("name");
        if (name == null) {
            return "?";
        }
        int depth = name.lastIndexOf('[') + 1;
        boolean ofClass = depth > 0 && name.endsWith(";");
        String element = ofClass ? name.substring(depth + 1, name.length() - 1) : name.substring(depth);
        return element.replace('/', '.') + "[]".repeat(depth);
    }

    /// `Stack Variable (Thread Name: main)`, or the system where the JVM knows no more.
    private static String root(EventFields root) {
        String type = Objects.requireNonNullElse(root.word("type"), "");
        String kind = type.isEmpty() || type.startsWith("<") ? root.word("system") : type;
        String description = root.word("description");
        return description == null ? String.valueOf(kind) : kind + " (" + description + ")";
    }
}
