package dev.plimsoll.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one way from other threads to the FX thread.
public final class FrameDoor {

    /// Runs `task` on the FX thread. For results of a person's act or of work a page asked for; for what comes in a
    /// stream use a [Latest].
    public void run(Runnable task) {
        Platform.runLater(task);
    }

    /// A letter box in which a newer value replaces an older one: ten pokes, one frame.
    public <T> Latest<T> latest(Consumer<T> onFrame) {
        return new Latest<>(this, onFrame);
    }

    /// See [FrameDoor#latest].
    public static final class Latest<T> {
        private final FrameDoor door;
        private final Consumer<T> onFrame;
        private final AtomicReference<@Nullable T> value = new AtomicReference<>();
        private final AtomicBoolean asked = new AtomicBoolean();

        private Latest(FrameDoor door, Consumer<T> onFrame) {
            this.door = door;
            this.onFrame = onFrame;
        }

        /// Any thread; returns at once.
        public void poke(T newest) {
            value.set(newest);
            if (asked.compareAndSet(false, true)) {
                door.run(this::deliver);
            }
        }

        private void deliver() {
            asked.set(false);
            T newest = value.getAndSet(null);
            if (newest != null) {
                onFrame.accept(newest);
            }
        }
    }
}
