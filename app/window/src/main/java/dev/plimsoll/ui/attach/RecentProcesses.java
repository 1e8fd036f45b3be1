package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Programs that were attached before and run now, at the left of the picker; a click attaches. FX thread.
final class RecentProcesses extends VBox {

    private final Consumer<JvmEntry> onAttach;
    private List<Long> shown = List.of();

    RecentProcesses(Consumer<JvmEntry> onAttach) {
        super(2);
        this.onAttach = onAttach;
        setId("recent-processes");
    }

    /// The latest first. Buttons stay while the processes do, and with them the focus.
    void show(List<JvmEntry> jvms) {
        List<Long> pids = jvms.stream().map(JvmEntry::pid).toList();
        if (pids.equals(shown)) {
            return;
        }
        shown = pids;
        getChildren().clear();
        if (!jvms.isEmpty()) {
            Label head = Texts.head(Words.say("attach.recentProcesses"));
            head.getStyleClass().add("recent-head");
            getChildren().add(head);
        }
        jvms.forEach(jvm -> getChildren().add(button(jvm)));
    }

    private Button button(JvmEntry jvm) {
        Button button = AttachView.nav("cpu", ProgramName.of(jvm));
        button.setId("recent-" + jvm.pid());
        button.setTooltip(new Tooltip(Words.say("attach.recentProcess", jvm.mainClass(), Long.toString(jvm.pid()))));
        button.setOnAction(event -> onAttach.accept(jvm));
        return button;
    }
}
