package dev.plimsoll.target;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A binding library that a JVM shows without being touched: a jar on its class path or among its open files, or a
/// native library among its mappings. What was copied into another jar shows in none of them.
///
/// @param binding as events name it
/// @param version as its jar's name has it, empty when no name has one
public record BindingTrace(String binding, String version) {

    /// Options whose value is a path of jars.
    private static final Set<String> PATHS = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

    private static final String DELETED = " (deleted)";

    private static final int MOST_FILES = 4096;

    /// The name of a jar, its version and what follows that.
    private static final Pattern JAR = Pattern.compile("([A-Za-z][\\w.]*(?:-[A-Za-z]\\w*)*)(?:-(\\d[\\w.]*).*)?\\.jar");

    private static final Map<Pattern, String> JARS = Map.ofEntries(
            named("lwjgl", "lwjgl"),
            named("lwjgl-opengl", "gl"),
            named("lwjgl-vulkan", "vulkan"),
            named("jna(-jpms)?", "jna"),
            named("javacpp", "javacpp"),
            named("jnr-ffi|jffi", "jnr"),
            named("netty-(buffer|all)", "netty"),
            named("skija-shared|skija-(linux|windows|macos)[\\w-]*", "skija"),
            named("rocksdbjni", "rocksdb"),
            named("javafx[-.]graphics", "javafx"));

    private static final Map<Pattern, String> LIBRARIES = Map.ofEntries(
            named("liblwjgl\\.so", "lwjgl"),
            named("liblwjgl_opengl\\w*\\.so", "gl"),
            named("libjnidispatch[\\w-]*\\.so|jna\\d+\\.tmp", "jna"),
            named("libjnijavacpp\\.so", "javacpp"),
            named("(lib)?jffi[\\w.-]*\\.so", "jnr"),
            named("libnetty_\\w*\\.so", "netty"),
            named("libskija\\w*\\.so", "skija"),
            named("librocksdbjni[\\w.-]*\\.so", "rocksdb"),
            named("libprism_\\w+\\.so|libglass\\w*\\.so", "javafx"));

    private static Map.Entry<Pattern, String> named(String names, String binding) {
        return Map.entry(Pattern.compile(names), binding);
    }

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
        files.addAll(open(pid));
        mappings.lines().filter(line -> line.indexOf('/') >= 0).forEach(files::add);
        return among(files);
    }

    /// By the name of the binding; of two versions the last one.
    static List<BindingTrace> among(List<String> files) {
        Map<String, String> found = new TreeMap<>();
        for (String line : files) {
            // A library that was unpacked for this process alone.
            String file = line.endsWith(DELETED) ? line.substring(0, line.length() - DELETED.length()) : line;
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            Matcher jar = JAR.matcher(name);
            if (jar.matches()) {
                String version = Optional.ofNullable(jar.group(2)).orElse("");
                binding(JARS, jar.group(1))
                        .ifPresent(binding -> found.merge(binding, version, (a, b) -> b.isEmpty() ? a : b));
            } else {
                binding(LIBRARIES, name).ifPresent(binding -> found.putIfAbsent(binding, ""));
            }
        }
        return found.entrySet().stream()
                .map(entry -> new BindingTrace(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Optional<String> binding(Map<Pattern, String> names, String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The jars that a process has open; a class loader keeps those open that it has looked into.
    private static List<String> open(long pid) {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path link : links) {
                if (files.size() == MOST_FILES) {
                    break;
                }
                files.add(Files.readSymbolicLink(link).toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's, another system's, or one that closed a file meanwhile: what was seen so far is true.
            return files;
        }
        return files;
    }
}
