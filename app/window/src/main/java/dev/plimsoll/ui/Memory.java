package dev.plimsoll.ui;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the window remembers from one start to the next: short texts by name, as `theme` or `flame.colour`. Any thread;
/// returns at once.
public interface Memory {

    /// The text, or `otherwise` when there is none.
    String get(String name, String otherwise);

    void put(String name, String text);

    /// The lines of a text, the newest first.
    default List<String> list(String name) {
        return get(name, "").lines().filter(line -> !line.isBlank()).toList();
    }

    /// Puts a line at the head of a list and keeps the newest `most`.
    default void remember(String name, String line, int most) {
        List<String> lines = new java.util.ArrayList<>(list(name));
        lines.remove(line);
        lines.addFirst(line);
        put(name, String.join("\n", lines.subList(0, Math.min(most, lines.size()))));
    }

    /// Forgotten with the process.
    static Memory untilExit() {
        Map<String, String> texts = new ConcurrentHashMap<>();
        return new Memory() {
            @Override
            public String get(String name, String otherwise) {
                return texts.getOrDefault(name, otherwise);
            }

            @Override
            public void put(String name, String text) {
                texts.put(name, text);
            }
        };
    }
}
