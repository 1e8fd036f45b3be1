package dev.plimsoll.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the JVM has committed for itself, by the names of its native memory tracking.
///
/// @param committed bytes by name, for example `Thread`; unmodifiable
public record JvmParts(Map<String, Long> committed) {

    private static final Pattern PART =
            Pattern.compile("^-\\s+(\\S.*?) \\(reserved=\\d+KB, committed=(\\d+)KB", Pattern.MULTILINE);

    /// @param text what `VM.native_memory summary scale=KB` says
    /// @throws TargetException when the JVM was started without tracking
    static JvmParts parse(String text) throws TargetException {
        Map<String, Long> committed = new LinkedHashMap<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            committed.put(part.group(1), Long.parseLong(part.group(2)) << 10);
        }
        if (committed.isEmpty()) {
            throw new TargetException("The JVM does not track its own memory; start it with"
                    + " -XX:NativeMemoryTracking=summary.");
        }
        return new JvmParts(Map.copyOf(committed));
    }
}
