package dev.plimsoll.target;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A binding library that a JVM shows without being touched: a jar on its class path or among its open files, or a
/// native library among its mappings. What was copied into another jar shows in none of them.
///
/// @param binding as events name it
/// @param version as its jar's name has it, empty when no name has one
public record BindingTrace(String binding, String version) {

    /// Options whose value is a path of jars.
    private static final Set<String> PATHS = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

    private static final String DELETED = " (deleted)";

    /// More open files are not looked at.
    private static final int MOST_FILES = 4096;

    /// By the name of a jar, without its version and what follows that.
    private static final Map<String, String> JARS = Map.ofEntries(
            Map.entry("lwjgl", "lwjgl"),
            Map.entry("lwjgl-opengl", "gl"),
            Map.entry("lwjgl-vulkan", "vulkan"),
            Map.entry("jna", "jna"),
            Map.entry("jna-jpms", "jna"),
            Map.entry("javacpp", "javacpp"),
            Map.entry("jnr-ffi", "jnr"),
            Map.entry("jffi", "jnr"),
            Map.entry("netty-buffer", "netty"),
            Map.entry("netty-all", "netty"),
            Map.entry("skija-shared", "skija"),
            Map.entry("rocksdbjni", "rocksdb"),
            Map.entry("javafx-graphics", "javafx"),
            Map.entry("javafx.graphics", "javafx"));

    /// Beginnings of the names of libraries; the first that fits counts.
    private static final String[][] LIBRARIES = {
        {"liblwjgl_opengl", "gl"},
        {"liblwjgl.", "lwjgl"},
        {"libjnidispatch", "jna"},
        {"jna", "jna"},
        {"libjnijavacpp", "javacpp"},
        {"libjffi", "jnr"},
        {"jffi", "jnr"},
        {"libnetty_", "netty"},
        {"libskija", "skija"},
        {"librocksdbjni", "rocksdb"},
        {"libprism_", "javafx"},
        {"libglass", "javafx"}
    };

    /// Any thread; on Linux it reads a link for each open file.
    ///
    /// @param options for the JVM, in order
    /// @param mappings lines of `/proc/PID/maps`
    static List<BindingTrace> of(long pid, List<String> options, String mappings) {
        List<String> files = new ArrayList<>();
        for (int i = 0; i + 1 < options.size(); i++) {
            if (PATHS.contains(options.get(i))) {
                files.addAll(List.of(options.get(i + 1).split(File.pathSeparator)));
            }
        }
        addOpen(pid, files);
        mappings.lines().forEach(files::add);
        return among(files);
    }

    /// By the name of the binding; of two versions the last one.
    ///
    /// @param files lines that end in the name of a file
    static List<BindingTrace> among(List<String> files) {
        // `list` asks this of every JVM and has 0.3 s for all: no patterns here, and each name once.
        Set<String> names = new HashSet<>();
        Map<String, String> found = new TreeMap<>();
        for (String line : files) {
            String name = name(line);
            if (names.add(name)) {
                if (name.endsWith(".jar")) {
                    jar(name.substring(0, name.length() - ".jar".length()), found);
                } else if (name.endsWith(".so") || name.endsWith(".tmp")) {
                    library(name, found);
                }
            }
        }
        List<BindingTrace> traces = new ArrayList<>();
        found.forEach((binding, version) -> traces.add(new BindingTrace(binding, version)));
        return List.copyOf(traces);
    }

    private static String name(String line) {
        // A library that was unpacked for this process alone.
        int end = line.endsWith(DELETED) ? line.length() - DELETED.length() : line.length();
        return line.substring(Math.max(line.lastIndexOf('/', end), line.lastIndexOf('\\', end)) + 1, end);
    }

    /// `netty-buffer-4.1.115.Final`: the version begins behind the first dash that a digit follows.
    private static void jar(String name, Map<String, String> found) {
        int dash = name.indexOf('-');
        while (dash >= 0 && (dash + 1 == name.length() || !Character.isDigit(name.charAt(dash + 1)))) {
            dash = name.indexOf('-', dash + 1);
        }
        String binding = ofJar(dash < 0 ? name : name.substring(0, dash));
        if (binding != null) {
            int end = dash < 0 ? -1 : name.indexOf('-', dash + 1);
            String version = dash < 0 ? "" : name.substring(dash + 1, end < 0 ? name.length() : end);
            if (!version.isEmpty() || !found.containsKey(binding)) {
                found.put(binding, version);
            }
        }
    }

    private static @Nullable String ofJar(String name) {
        // One jar for each system.
        return name.startsWith("skija-") ? "skija" : JARS.get(name);
    }

    private static void library(String name, Map<String, String> found) {
        for (String[] known : LIBRARIES) {
            if (name.startsWith(known[0])) {
                found.putIfAbsent(known[1], "");
                return;
            }
        }
    }

    /// The jars that a process has open; a class loader keeps those open that it has looked into.
    private static void addOpen(long pid, List<String> files) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            int looked = 0;
            for (Path link : links) {
                if (++looked > MOST_FILES) {
                    return;
                }
                files.add(Files.readSymbolicLink(link).toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's, another system's, or one that closed a file meanwhile: what was seen so far is true.
            return;
        }
    }
}
