package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Main;
import dev.plimsoll.ui.Desk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

/// `plimsoll demo` with a person in front of its window, in the command's own process: looks for the line that
/// registers
/// callbacks that nobody releases, counts the clicks, closes the window. Says `CLICKS n` and what it found on stdout.
final class DemoPerson {

    private static final String LINE = "DrawSorter.register";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private int clicks;

    private DemoPerson() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("person").start(() -> {
            try {
                new DemoPerson().look();
            } catch (Throwable failure) {
                failure.printStackTrace();
                Runtime.getRuntime().halt(3);
            }
        });
        Main.main(new String[] {"demo"});
    }

    private void look() {
        await(
                "the window",
                () -> toolkitIsUp() && Desk.fx(() -> !Window.getWindows().isEmpty()));
        Stage stage = Desk.fx(() -> (Stage) Window.getWindows().getFirst());
        Desk.run(() -> {
            // The headless screen is smaller than the window that the command opens.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(Desk.WIDTH);
            stage.setHeight(Desk.HEIGHT);
        });
        Desk.settle();
        await("a finding", () -> Desk.shows(".finding-card"));
        click(Desk.find("#tab-findings"));
        await("the line among the findings", () -> row() != null);
        click(row());
        Label sentence = (Label) Desk.find("#verdict-sentence");
        await("the sentence", () -> Desk.fx(sentence::getText).contains("renderer." + LINE + ":"));
        System.out.println("CLICKS " + clicks);
        System.out.println(Desk.fx(sentence::getText));
        Desk.run(stage::close);
    }

    private void click(Node node) {
        Desk.click(node);
        Desk.settle();
        clicks++;
    }

    private static Node row() {
        return Desk.fx(() -> Window.getWindows().getFirst().getScene().getRoot().lookupAll(".finding-row").stream()
                .filter(row -> says(row, LINE))
                .findFirst()
                .orElse(null));
    }

    private static boolean says(Node node, String words) {
        if (node instanceof Label label && label.getText().equals(words)) {
            return true;
        }
        List<Node> children = node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
        return children.stream().anyMatch(child -> says(child, words));
    }

    private static boolean toolkitIsUp() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /// Another process works, so this may take longer than a frame.
    private static void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new AssertionError("Not within two minutes: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
