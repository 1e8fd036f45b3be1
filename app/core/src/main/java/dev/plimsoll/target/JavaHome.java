package dev.plimsoll.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the `release` file of a JDK or runtime image says of it.
///
/// @param version for example `17.0.15`
/// @param vendor one word, possibly empty
/// @param modules names; empty when the file does not list them
/// @param hotSpot whether the file does not name another JVM
record JavaHome(String version, String vendor, List<String> modules, boolean hotSpot) {

    /// @param executable `HOME/bin/java`
    static Optional<JavaHome> ofExecutable(Path executable) {
        Path bin = executable.getParent();
        Path home = bin == null ? null : bin.getParent();
        if (home == null) {
            return Optional.empty();
        }
        try {
            return of(Files.readAllLines(home.resolve("release")));
        } catch (IOException e) {
            // A runtime without the file, or one that this user may not read.
            return Optional.empty();
        }
    }

    private static Optional<JavaHome> of(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1).replace("\"", ""));
            }
        }
        String version = values.get("JAVA_VERSION");
        if (version == null) {
            return Optional.empty();
        }
        String modules = values.getOrDefault("MODULES", "");
        return Optional.of(new JavaHome(
                version,
                vendor(values),
                modules.isBlank() ? List.of() : List.of(modules.split(" ")),
                values.getOrDefault("JVM_VARIANT", "Hotspot").equalsIgnoreCase("hotspot")));
    }

    /// `Temurin` of `Temurin-25.0.3+9`; else the first word of the implementor.
    private static String vendor(Map<String, String> values) {
        String named = values.getOrDefault("IMPLEMENTOR_VERSION", "").replaceFirst("-?[0-9].*", "");
        return named.isBlank() ? values.getOrDefault("IMPLEMENTOR", "").replaceFirst("[ .,].*", "") : named;
    }

    /// Feature release: 17 of `17.0.15`, 8 of `1.8.0_392`; 0 when it cannot be told.
    int feature() {
        String[] parts = version.split("[^0-9]+");
        if (parts.length == 0 || parts[0].isEmpty() || parts[0].length() > 4) {
            return 0;
        }
        int first = Integer.parseInt(parts[0]);
        return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
    }

    boolean lacks(String module) {
        return !modules.isEmpty() && !modules.contains(module);
    }

    /// For example `17.0.15 Debian`.
    String words() {
        return vendor.isEmpty() ? version : version + " " + vendor;
    }
}
