package dev.plimsoll.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The page of help of each rule: what it means, how it is known, what to do, and when it may be wrong. Plain text; the
/// first line is the title, empty lines part paragraphs.
///
/// @param rule id as in [Finding#rule()]
public record Help(String rule, String title, List<String> paragraphs) {

    /// Of every id that a rule gives its findings.
    public static final List<String> RULES = List.of(
            "owner-collected",
            "arena-lost",
            "growth",
            "arena-never-closed",
            "global-arena-growing",
            "counted-growth",
            "callback-never-released",
            "callback-per-call",
            "callback-after-death",
            "callback-after-release",
            "callback-collected",
            "released-late",
            "heap-idle",
            "released-in-use",
            "use-after-close",
            "second-close",
            "double-free",
            "free-inside",
            "wrong-allocator",
            "misuse",
            "shared-arena-rate",
            "allocation-rate",
            "large-request",
            "allocator-slack",
            "unexplained-growth",
            "thread-stacks",
            "sized-too-small",
            "cache-or-warm-up");

    /// The page of a rule, empty when there is no such rule.
    public static Optional<Help> of(String rule) {
        if (!RULES.contains(rule)) {
            return Optional.empty();
        }
        try (InputStream in = Help.class.getResourceAsStream("help/" + rule + ".txt")) {
            if (in == null) {
                return Optional.empty();
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            List<String> parts = List.of(text.split("\\R\\s*\\R"));
            List<String> paragraphs = parts.subList(1, parts.size()).stream()
                    .map(part -> part.replaceAll("\\s*\\R\\s*", " "))
                    .toList();
            return Optional.of(new Help(rule, parts.getFirst().strip(), paragraphs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
