package dev.plimsoll.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The token files: complete, the only place of literal colours, and readable.
final class ThemeTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/plimsoll/ui");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern TOKEN = Pattern.compile("^\\s*(-pl-[a-z0-9-]+):\\s*([^;]+);", Pattern.MULTILINE);
    private static final Pattern LITERAL_IN_CSS = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsba?\\(|(?<!smoothing-type):\\s*(white|black|red|grey|gray)\\b");
    private static final Pattern LITERAL_IN_JAVA = Pattern.compile(
            "Color\\.(web|rgb|rgba|color|hsb|gray|grayRgb|valueOf)\\(|Color\\.(?!TRANSPARENT\\b)[A-Z]{2,}\\b|\"#[0-9a-fA-F]{6}");

    /// Text, or a mark where the third word is 3.
    private static final List<String> PAIRS = List.of(
            "text bg 4.5",
            "text bg-2 4.5",
            "text selected 4.5",
            "text hover 4.5",
            "text control 4.5",
            "text bg-inset 4.5",
            "text code-add 4.5",
            "text-2 bg 4.5",
            "text-2 bg-2 4.5",
            "text-2 bg-3 4.5",
            "text-2 hover 4.5",
            "text-2 selected 4.5",
            "text-2 control 4.5",
            "text-3 bg 4.5",
            "text-3 bg-2 4.5",
            "text-3 bg-inset 4.5",
            "accent-text bg 4.5",
            "accent-text accent-soft 4.5",
            "accent-text selected 4.5",
            "on-accent accent 4.5",
            "critical bg 4.5",
            "critical critical-soft 4.5",
            "critical selected 4.5",
            "warning bg 4.5",
            "warning warning-soft 4.5",
            "warning selected 4.5",
            "notice notice-soft 4.5",
            "good bg 4.5",
            "good good-soft 4.5",
            "neutral neutral-soft 4.5",
            "gc bg 4.5",
            "gc selected 4.5",
            "limit bg 4.5",
            "heap-line bg 3",
            "rss bg 3",
            "accent-text bg-2 3",
            "frame-text frame-java 4.5",
            "frame-text frame-binding 4.5",
            "frame-text frame-native 4.5",
            "frame-text frame-vm 4.5",
            "frame-text-2 frame-java 4.5",
            "frame-text-2 frame-binding 4.5",
            "frame-text-2 frame-native 4.5",
            "frame-text-2 frame-vm 4.5",
            "diff-text-end diff-less-3 4.5",
            "diff-text diff-less-2 4.5",
            "diff-text diff-less-1 4.5",
            "diff-text diff-same 4.5",
            "diff-text diff-more-1 4.5",
            "diff-text diff-more-2 4.5",
            "diff-text-end diff-more-3 4.5",
            "match-text match 4.5",
            "bind-rust bg 3",
            "bind-cyan bg 3",
            "bind-indigo bg 3",
            "bind-olive bg 3",
            "bind-rose bg 3",
            "bind-green bg 3",
            "bind-purple bg 3",
            "bind-grey bg 3");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void tokenFileHasAllTokensAndNoOther(String theme) throws IOException {
        TreeSet<String> expected = new TreeSet<>();
        Arrays.stream(Token.values()).map(Token::css).forEach(expected::add);
        assertEquals(expected, new TreeSet<>(tokens(theme).keySet()));
        String forPainters = Files.readString(RESOURCES.resolve("tokens.css"));
        for (String name : expected) {
            assertTrue(forPainters.contains(": " + name + ";"), () -> "Painters do not get " + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPairIsReadable(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        for (String pair : PAIRS) {
            String[] words = pair.split(" ");
            Color back = tokens.get("-pl-" + words[1]);
            Color front = Contrast.over(tokens.get("-pl-" + words[0]), back);
            double ratio = Contrast.of(front, back);
            assertTrue(
                    ratio >= Double.parseDouble(words[2]),
                    () -> "%s: %s has a contrast of %.2f".formatted(theme, pair, ratio));
        }
    }

    /// The figures of the look, so that a change of a token is a change of this test.
    @Test
    void contrastIsComputedAsTheLookDoes() throws IOException {
        Map<String, Color> light = tokens("light");
        Map<String, Color> dark = tokens("dark");
        assertEquals(14.65, Contrast.of(light.get("-pl-text"), light.get("-pl-bg")), 0.01);
        assertEquals(6.12, Contrast.of(dark.get("-pl-text-2"), dark.get("-pl-bg-3")), 0.01);
        assertEquals(4.53, Contrast.of(light.get("-pl-accent-text"), light.get("-pl-selected")), 0.01);
        assertEquals(3.28, Contrast.of(dark.get("-pl-bind-purple"), dark.get("-pl-bg")), 0.01);
    }

    @Test
    void noColourStandsOutsideTheTokenFiles() throws IOException {
        StringBuilder found = new StringBuilder();
        scan(RESOURCES, ".css", LITERAL_IN_CSS, found);
        scan(SOURCES, ".java", LITERAL_IN_JAVA, found);
        assertEquals("", found.toString());
    }

    /// The test itself must be able to see one.
    @Test
    void literalColoursAreSeen() {
        assertTrue(LITERAL_IN_CSS.matcher("-fx-fill: #c9d1d9;").find());
        assertTrue(LITERAL_IN_CSS.matcher("-fx-fill: rgba(1, 2, 3, 0.5);").find());
        assertTrue(LITERAL_IN_CSS.matcher("-fx-fill: white;").find());
        assertTrue(LITERAL_IN_JAVA.matcher("gc.setFill(Color.RED)").find());
        assertTrue(LITERAL_IN_JAVA.matcher("Color.web(x)").find());
    }

    private static void scan(Path root, String ending, Pattern literal, StringBuilder found) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.getFileName().toString().matches("tokens-(light|dark)\\.css"))
                    .toList();
        }
        assertTrue(files.size() > 5, () -> "Only " + files.size() + " files below " + root);
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                Matcher matcher = literal.matcher(lines.get(i));
                if (matcher.find()) {
                    found.append(file)
                            .append(':')
                            .append(i + 1)
                            .append(": ")
                            .append(matcher.group())
                            .append('\n');
                }
            }
        }
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new TreeMap<>();
        Matcher matcher = TOKEN.matcher(Files.readString(RESOURCES.resolve("tokens-" + theme + ".css")));
        while (matcher.find()) {
            tokens.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return tokens;
    }
}
