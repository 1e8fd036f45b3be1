package dev.plimsoll.recording;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.recording.chunk.ChunkTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/// Takes a program's own names out of a recording: every word of a name becomes another of the same length, the same
/// word always the same. Left are names of the JDK and of binding libraries, names of methods that those have too, and
/// what the fields of events say that hold no names. Everything else goes, known or not.
final class NameMask implements ChunkTexts.Replacement {

    private static final Set<String> NAMES_IN_EVENTS = Set.of("ownerClass", "targetClass", "detail", "symbol");

    /// Where strings are names; the other types hold words of the JVM, such as causes of collections.
    private static final Set<String> TYPES_OF_NAMES =
            Set.of("jdk.types.Symbol", "java.lang.String", "java.lang.Thread", "jdk.types.ThreadGroup");

    private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L([^;]+);");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Set<String> left = new HashSet<>(Set.of("<init>", "<clinit>", "Lambda"));
    private final Map<String, String> words = new HashMap<>();

    private NameMask() {}

    /// @param recording whose names are to go
    static NameMask of(Path recording) throws IOException {
        NameMask mask = new NameMask();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                mask.learn(file.readEvent());
            }
        }
        return mask;
    }

    private void learn(RecordedEvent event) {
        for (ValueDescriptor field : event.getFields()) {
            if (field.getTypeName().equals("java.lang.String") && !NAMES_IN_EVENTS.contains(field.getName())) {
                left.add(String.valueOf(event.getString(field.getName())));
            }
        }
        if (event.getStackTrace() != null) {
            for (RecordedFrame frame : event.getStackTrace().getFrames()) {
                if (isOthers(frame.getMethod().getType().getName())) {
                    left.add(frame.getMethod().getName());
                }
            }
        }
    }

    @Override
    public @Nullable String of(String type, String field, String text, int length) {
        boolean name = type.startsWith("plimsoll.") ? NAMES_IN_EVENTS.contains(field) : TYPES_OF_NAMES.contains(type);
        if (!name || left.contains(text)) {
            return null;
        }
        String masked =
                text.startsWith("(") ? descriptor(text) : isOthers(text.replace('/', '.')) ? text : masked(text);
        if (masked.equals(text)) {
            return null;
        }
        // Letters beyond ASCII take more bytes than one.
        StringBuilder plain = new StringBuilder(masked.replaceAll("[^\\x20-\\x7e]", "x"));
        while (plain.length() < length) {
            plain.append('x');
        }
        return plain.substring(0, length);
    }

    /// The JDK's, a binding library's, or the agent's own.
    private static boolean isOthers(String className) {
        return Border.isProbe(className)
                || Border.kindOf(className) == FrameKind.BINDING
                || !Border.isUser(new Frame(className, "", -1, FrameKind.JAVA));
    }

    private String descriptor(String text) {
        return CLASS_IN_DESCRIPTOR
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "L" + (isOthers(found.group(1).replace('/', '.')) ? found.group(1) : masked(found.group(1)))
                                + ";"));
    }

    private String masked(String text) {
        return WORD.matcher(text).replaceAll(found -> {
            String word = found.group();
            return left.contains(word) && word.equals("Lambda") ? word : words.computeIfAbsent(word, this::another);
        });
    }

    /// `Cache` becomes `C0007`, `upload` `n00008`; of what is too short only the last digits are left.
    private String another(String word) {
        String first = Character.isUpperCase(word.charAt(0)) ? "C" : "n";
        String number = Integer.toString(words.size() + 1);
        int digits = word.length() - 1;
        return first
                + (number.length() > digits
                        ? number.substring(number.length() - digits)
                        : "0".repeat(digits - number.length()) + number);
    }
}
