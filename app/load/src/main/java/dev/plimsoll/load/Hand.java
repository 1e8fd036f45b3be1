package dev.plimsoll.load;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// The person at the window: keys, clicks, and how long until what was asked for is there. Not on the FX thread.
final class Hand {

    private final Robot robot = fx(Robot::new);

    static <T> T fx(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    void key(KeyCode... keys) {
        fx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (KeyCode key : keys) {
                robot.keyRelease(key);
            }
            return true;
        });
    }

    void move(Node node, double x, double y) {
        fx(() -> {
            robot.mouseMove(node.localToScreen(x, y));
            return true;
        });
    }

    void click(Node node, double x, double y) {
        move(node, x, y);
        fx(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
    }

    /// Nanoseconds from an act to the first frame at which `there` holds.
    static long until(Runnable act, BooleanSupplier there) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (there.getAsBoolean()) {
                    end.complete(System.nanoTime());
                    stop();
                }
            }
        };
        long begin = System.nanoTime();
        act.run();
        fx(() -> {
            timer.start();
            return true;
        });
        return end.join() - begin;
    }
}
