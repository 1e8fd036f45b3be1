package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rules as the desk hands them on, checked and flat; one line each, its words percent-encoded, {@code -} for what a rule
 * does not have:
 *
 * <pre>
 * binding NAME COORDINATES
 * born TYPE METHOD DESCRIPTOR WHEN HANDLE SIZE OWNER
 * dies TYPE METHOD DESCRIPTOR WHEN HANDLE RECEIVER
 * </pre>
 *
 * <p>Types are internal names, descriptors end before the result's type or before the arguments', expressions are those of
 * {@link RuleExpression}. What is born or dies belongs to the binding above it.
 */
public final class RulesFile {

    private RulesFile() {}

    /**
     * All rules of a file.
     *
     * @throws IOException when the file cannot be read, is not as above, or has more bindings than there are numbers
     */
    public static List<Family> read(Path file) throws IOException {
        List<Family> families = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        String[] head = null;
        for (String line : Files.readAllLines(file)) {
            String[] words = Arrays.stream(line.split(" "))
                    .map(word -> URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toArray(String[]::new);
            if (words[0].equals("binding") && words.length == 3) {
                if (head != null) {
                    families.add(family(head, points));
                }
                head = words;
                points.clear();
            } else if (head != null && words.length == lengthOf(words[0])) {
                points.add(point(number(head[1]), words));
            } else {
                throw new IOException("This is no rule: " + line);
            }
        }
        if (head != null) {
            families.add(family(head, points));
        }
        return families;
    }

    private static int lengthOf(String word) {
        return word.equals("born") ? 8 : word.equals("dies") ? 7 : -1;
    }

    private static Family family(String[] head, List<Point> points) {
        return new RuleFamily(head[1], head[2].equals(RuleFamily.NONE) ? "" : head[2], points);
    }

    private static Point point(int binding, String[] w) {
        Advice advice = w[0].equals("born")
                ? RuleFamily.birth(binding, w[4], w[5], w[6], w[7])
                : RuleFamily.death(binding, w[4], w[5], w[6]);
        return Point.needed(w[1], w[2], w[3], advice);
    }

    private static int number(String name) throws IOException {
        int binding = Binding.named(name);
        if (binding < 0) {
            throw new IOException("There is no room for the binding " + name + ": a JVM holds " + Binding.LIMIT
                    + " at most, those of earlier sessions too.");
        }
        return binding;
    }
}
