package dev.plimsoll.ui.kit;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Tells when work takes longer than half a second, which is when a person may want to stop it. FX thread.
public final class Patience {

    private static final Duration LONG = Duration.millis(500);

    private final PauseTransition patience = new PauseTransition(LONG);
    private final Consumer<Boolean> onLong;
    private boolean working;

    /// @param onLong takes true when work has become long, and false when it is over; false at once
    public Patience(Consumer<Boolean> onLong) {
        this.onLong = onLong;
        patience.setOnFinished(event -> onLong.accept(working));
        onLong.accept(false);
    }

    public void working(boolean is) {
        if (is == working) {
            return;
        }
        working = is;
        if (is) {
            patience.playFromStart();
        } else {
            patience.stop();
            onLong.accept(false);
        }
    }
}
