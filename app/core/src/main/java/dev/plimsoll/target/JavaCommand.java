package dev.plimsoll.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A `java` command line, taken apart as the launcher does: options up to `-jar FILE`, `-m MODULE` or the first word
/// that is no option.
///
/// @param mainClass main class, module or jar, without its folder; empty when there is none
/// @param options for the JVM, in order
/// @param program for the program, in order
record JavaCommand(String mainClass, List<String> options, List<String> program) {

    /// Options whose value may be the next word.
    private static final Set<String> WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--limit-modules",
            "--add-exports",
            "--add-reads",
            "--add-opens",
            "--patch-module",
            "--enable-native-access",
            "--illegal-native-access",
            "--sun-misc-unsafe-memory-access",
            "--source");

    private static final Set<String> MAIN_FOLLOWS = Set.of("-jar", "-m", "--module");

    /// @param argv with the command itself first
    static JavaCommand of(List<String> argv) {
        List<String> options = new ArrayList<>();
        int at = 1;
        while (at < argv.size()) {
            String word = argv.get(at);
            if (MAIN_FOLLOWS.contains(word)) {
                at++;
                break;
            }
            if (word.startsWith("--module=")) {
                return rest(word.substring("--module=".length()), options, argv, at + 1);
            }
            if (!word.startsWith("-") && !word.startsWith("@")) {
                break;
            }
            options.add(word);
            at++;
            if (WITH_VALUE.contains(word) && at < argv.size()) {
                options.add(argv.get(at));
                at++;
            }
        }
        return at < argv.size()
                ? rest(argv.get(at), options, argv, at + 1)
                : new JavaCommand("", List.copyOf(options), List.of());
    }

    /// With what the Attach API says of it, which knows the main class and the program's arguments also where they
    /// came from a file.
    JavaCommand named(String displayName) {
        List<String> words = List.of(displayName.strip().split("\\s+"));
        return rest(words.getFirst(), options, words, 1);
    }

    private static JavaCommand rest(String main, List<String> options, List<String> argv, int from) {
        String name = main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
        return new JavaCommand(name, List.copyOf(options), List.copyOf(argv.subList(from, argv.size())));
    }

    /// The program's arguments, then the JVM's: what tells two instances apart comes first.
    String arguments() {
        List<String> words = new ArrayList<>(program);
        words.addAll(options);
        return String.join(" ", words);
    }
}
