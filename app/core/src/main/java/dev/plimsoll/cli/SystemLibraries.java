package dev.plimsoll.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Libraries of the system that JavaFX loads and that a bare Linux lacks. JavaFX itself answers with several stack
/// traces, so they are looked for first.
@SuppressWarnings("restricted")
final class SystemLibraries {

    /// From library to Debian package; what draws without a display needs the first group only.
    private static final Map<String, String> DRAWING = Map.of("libpangoft2-1.0.so.0", "libpangoft2-1.0-0");

    private static final Map<String, String> SHOWING =
            inOrder("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6", "libXxf86vm.so.1", "libxxf86vm1");

    private SystemLibraries() {}

    /// What is missing to draw, or also to show a window: a sentence, or null.
    static @Nullable String missing(boolean display) {
        if (!System.getProperty("os.name").equals("Linux")) {
            return null;
        }
        Map<String, String> wanted = new LinkedHashMap<>(DRAWING);
        if (display) {
            wanted.putAll(SHOWING);
        }
        for (Map.Entry<String, String> library : wanted.entrySet()) {
            if (!loads(library.getKey())) {
                return sentence(library.getKey(), library.getValue());
            }
        }
        return null;
    }

    /// The library that this failure, or a cause of it, could not load: a sentence, or null.
    static @Nullable String missingIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = cause instanceof UnsatisfiedLinkError ? String.valueOf(cause.getMessage()) : "";
            int end = words.indexOf(": cannot open shared object file");
            if (end > 0) {
                String library = words.substring(words.lastIndexOf(' ', end - 1) + 1, end);
                String known = DRAWING.getOrDefault(library, SHOWING.getOrDefault(library, debianName(library)));
                return sentence(library, known);
            }
        }
        return null;
    }

    private static String sentence(String library, String debianPackage) {
        return "The system library " + library + " is missing; install it (Debian: apt install " + debianPackage + ").";
    }

    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Debian's rule: `libfreetype.so.6` is in `libfreetype6`, `libpango-1.0.so.0` in `libpango-1.0-0`.
    private static String debianName(String library) {
        String lower = library.toLowerCase(java.util.Locale.ROOT);
        int so = lower.indexOf(".so.");
        if (so < 0) {
            return lower;
        }
        String name = lower.substring(0, so);
        String version = lower.substring(so + 4).replaceFirst("\\..*", "");
        return Character.isDigit(name.charAt(name.length() - 1)) ? name + "-" + version : name + version;
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
