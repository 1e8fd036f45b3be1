package dev.plimsoll.load;

import dev.plimsoll.cli.Window;
import dev.plimsoll.ui.shell.WindowMain;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Opens the real window at the picker and prints `up` and the CPU milliseconds taken with its second frame; then ends.
public final class FirstPicture {

    private FirstPicture() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(FirstPicture::watch);
        new WindowMain().show(new Window.Request(new Window.Open.Picker(), null, null));
    }

    private static void watch() {
        while (true) {
            try {
                Platform.runLater(FirstPicture::frames);
                return;
            } catch (IllegalStateException notYet) {
                Thread.yield();
            }
        }
    }

    private static void frames() {
        new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                boolean showing = javafx.stage.Window.getWindows().stream().anyMatch(javafx.stage.Window::isShowing);
                if (showing && ++seen == 2) {
                    System.out.println("up " + Cpu.now().cpu() / 1_000_000);
                    if (Boolean.getBoolean("plimsoll.load.training")) {
                        // Only an orderly end writes what was learnt.
                        Thread.ofPlatform().start(() -> System.exit(0));
                        stop();
                    } else {
                        Runtime.getRuntime().halt(0);
                    }
                }
            }
        }.start();
    }
}
