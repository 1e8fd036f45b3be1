package dev.plimsoll.ui.attach;

import dev.plimsoll.session.TimedRecording;
import dev.plimsoll.session.TimedRecording.Progress;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.kit.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Records the chosen JVM to a file and opens it, one at a time: the button that begins it, and the box that says how
/// far it is. FX thread.
final class FileRecording {

    final RecordButton button;
    final RecordBox box = new RecordBox(this::finish, this::cancel);
    private final AttachActs acts;
    private final Supplier<Optional<JvmEntry>> chosen;
    private final Supplier<Sampling> sampling;
    private @Nullable TimedRecording running;

    /// @param chosen the JVM that can be recorded now
    /// @param sampling how it is to be recorded
    FileRecording(Memory memory, AttachActs acts, Supplier<Optional<JvmEntry>> chosen, Supplier<Sampling> sampling) {
        this.acts = acts;
        this.chosen = chosen;
        this.sampling = sampling;
        button = new RecordButton(memory, this::begin);
    }

    private void begin(Duration time) {
        chosen.get().ifPresent(jvm -> {
            String who = Words.say("record.who", Long.toString(jvm.pid()));
            running = acts.record(jvm, sampling.get(), time, progress -> told(who, progress))
                    .orElse(null);
            button.setDisable(running != null);
        });
    }

    private void told(String who, Progress progress) {
        box.show(who, progress);
        boolean over = !(progress instanceof Progress.Attaching || progress instanceof Progress.Recording);
        if (over) {
            running = null;
            button.setDisable(false);
        }
        if (progress instanceof Progress.Written written && box.getScene() != null) {
            acts.open(written.file());
        }
    }

    private void finish() {
        if (running != null) {
            running.finish();
            box.ending();
        }
    }

    /// Gives up what is not done.
    void cancel() {
        if (running != null) {
            running.cancel();
            box.ending();
        }
    }
}
