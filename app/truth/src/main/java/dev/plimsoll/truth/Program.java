package dev.plimsoll.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A program with a known answer. Its source says what the answer is, in comments above its package:
///
/// | line | what |
/// |---|---|
/// | `answer:` | a verdict, `leak` for any of the two, or `healthy` |
/// | `on:` | the JDKs that it can run on |
/// | `run:` | arguments of one run; none is one run without |
/// | `library:` | a folder of jars below the agent's build folder |
/// | `options:` | of its JVM, instead of a small heap |
/// | `seconds:` | of recording, when the suite's own are too few to see it |
/// | `begins:` | seconds until something goes wrong, when it does not at once |
/// | `at:` | the frame at fault, where it is a library's |
///
/// and the line that a person would change ends with `// here`.
///
/// @param className with its package
/// @param seconds 0 leaves it to the suite
/// @param begins seconds until there is something to detect
/// @param at frames of a library that are at fault
/// @param lines numbers of the lines at fault, from 1; empty for a healthy program
public record Program(
        Path source,
        String className,
        String answer,
        List<Integer> jdks,
        List<String> runs,
        String library,
        List<String> options,
        int seconds,
        int begins,
        List<String> at,
        List<Integer> lines) {

    static final String HEALTHY = "healthy";

    /// All programs in `folder`, in the order of their names.
    static List<Program> in(Path folder) throws IOException {
        List<Program> programs = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                List<String> text = Files.readAllLines(file);
                if (!values(text, "answer").isEmpty()) {
                    programs.add(of(file, folder, text));
                }
            }
        }
        return programs;
    }

    private static Program of(Path file, Path folder, List<String> text) {
        String name = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).endsWith("// here")) {
                lines.add(i + 1);
            }
        }
        List<String> runs = values(text, "run");
        List<String> options = values(text, "options");
        return new Program(
                file,
                name.substring(0, name.length() - ".java".length()),
                values(text, "answer").getFirst(),
                words(values(text, "on")).stream().map(Integer::valueOf).toList(),
                runs.isEmpty() ? List.of("") : runs,
                String.join("", values(text, "library")),
                options.isEmpty() ? List.of("-Xmx64m") : words(options),
                number(values(text, "seconds")),
                number(values(text, "begins")),
                values(text, "at"),
                lines);
    }

    private static List<String> values(List<String> text, String key) {
        String start = "// " + key + ": ";
        return text.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    private static List<String> words(List<String> lines) {
        return List.of(String.join(" ", lines).split(" "));
    }

    private static int number(List<String> lines) {
        return lines.isEmpty() ? 0 : Integer.parseInt(lines.getFirst());
    }

    boolean healthy() {
        return answer.equals(HEALTHY);
    }

    /// Whether `verdict` is the answer.
    boolean saysSo(String verdict) {
        return verdict.equals(answer) || (answer.equals("leak") && verdict.startsWith("leak, "));
    }

    /// Whether a report's frame, `pkg.Class.method:line`, is at fault; without any line every frame is.
    boolean isAtFault(String frame) {
        int colon = frame.lastIndexOf(':');
        if (lines.isEmpty()) {
            return at.isEmpty() || at.contains(frame);
        }
        return frame.startsWith(className) && colon > 0 && lines.contains(Integer.parseInt(frame.substring(colon + 1)));
    }
}
