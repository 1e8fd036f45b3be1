package dev.plimsoll.ui.attach;

import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;

/// Records for the time it names; its menu has other times, and the last one chosen is remembered. FX thread.
final class RecordButton extends SplitMenuButton {

    private static final String KEY = "record.seconds";
    private static final List<Integer> SECONDS = List.of(10, 30, 60, 300, 900);
    private static final int FIRST = 30;

    private final Memory memory;
    private int chosen;

    /// @param onRecord takes how long
    RecordButton(Memory memory, Consumer<Duration> onRecord) {
        this.memory = memory;
        setId("record");
        chosen = memory.list(KEY).stream()
                .filter(word -> word.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .filter(SECONDS::contains)
                .findFirst()
                .orElse(FIRST);
        setText(words(chosen));
        setOnAction(event -> onRecord.accept(Duration.ofSeconds(chosen)));
        for (int seconds : SECONDS) {
            MenuItem item = new MenuItem(words(seconds));
            item.setId("record-" + seconds);
            item.setOnAction(event -> choose(seconds));
            getItems().add(item);
        }
    }

    private void choose(int seconds) {
        chosen = seconds;
        setText(words(seconds));
        memory.put(KEY, Integer.toString(seconds));
        fire();
    }

    private static String words(int seconds) {
        return seconds < 60
                ? Words.say("record.seconds", seconds)
                : Words.say(seconds == 60 ? "record.minute" : "record.minutes", seconds / 60);
    }
}
