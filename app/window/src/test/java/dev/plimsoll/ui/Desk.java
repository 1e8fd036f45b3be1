package dev.plimsoll.ui;

import dev.plimsoll.ui.kit.NameLabel;
import dev.plimsoll.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Drives real stages on JavaFX's headless platform, whose screen is 1000 x 1000: stages here are at most 980 x 700.
/// Robot clicks carry no modifiers there; fire an event of your own where Shift or Ctrl matters.
public final class Desk {

    public static final int WIDTH = 980;
    public static final int HEIGHT = 700;
    private static final long DEADLINE_SECONDS = 20;
    private static final long PROCESS_DEADLINE_SECONDS = 240;

    private Desk() {}

    /// Starts the tool kit once per JVM.
    public static void start() {
        CompletableFuture<Void> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException alreadyUp) {
            Platform.runLater(() -> up.complete(null));
        }
        get(up);
        Platform.setImplicitExit(false);
    }

    /// Runs on the FX thread and waits; runs at once when it is there already.
    public static <T> T fx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return get(done);
    }

    public static void run(Runnable work) {
        fx(() -> {
            work.run();
            return true;
        });
    }

    /// Waits until three frames have been drawn.
    public static void settle() {
        for (int i = 0; i < 3; i++) {
            CountDownLatch two = new CountDownLatch(2);
            AnimationTimer timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    two.countDown();
                }
            };
            run(timer::start);
            try {
                if (!two.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("No frame was drawn in " + DEADLINE_SECONDS + " s.");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            run(timer::stop);
        }
    }

    /// Waits until a condition holds on the FX thread; frames go on meanwhile.
    public static void await(String what, BooleanSupplier condition) {
        await(what, DEADLINE_SECONDS, condition);
    }

    /// The same where another process works, which takes longer.
    public static void awaitProcess(String what, BooleanSupplier condition) {
        await(what, PROCESS_DEADLINE_SECONDS, condition);
    }

    private static void await(String what, long seconds, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!fx(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Not within " + seconds + " s: " + what + "; the screen says: " + words().replace('\n', '|'));
            }
            settle();
        }
    }

    /// A real stage with this root.
    public static Stage show(Parent root, Theme theme) {
        Stage stage = fx(() -> {
            Stage made = new Stage();
            Scene scene = root.getScene() == null ? new Scene(root, WIDTH, HEIGHT) : root.getScene();
            theme.apply(scene);
            made.setScene(scene);
            made.setX(0);
            made.setY(0);
            made.setWidth(WIDTH);
            made.setHeight(HEIGHT);
            made.show();
            made.requestFocus();
            return made;
        });
        settle();
        return stage;
    }

    public static void close(Stage stage) {
        run(stage::close);
    }

    /// The first visible node with this id (`#id`) or selector, in any window.
    public static Node find(String selector) {
        return fx(() -> all(selector).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing on the screen is " + selector)));
    }

    public static boolean shows(String selector) {
        return fx(() -> !all(selector).isEmpty());
    }

    /// All visible text on the screen, joined by lines: labels, buttons, cells, text nodes.
    public static String words() {
        return fx(() -> words(
                Window.getWindows().stream().map(window -> window.getScene().getRoot())));
    }

    /// The same, of what is below a node.
    public static String words(String selector) {
        return fx(() -> words(Stream.of(find(selector))));
    }

    private static String words(Stream<? extends Node> nodes) {
        List<String> words = new ArrayList<>();
        nodes.forEach(node -> collect(node, Text.class::isInstance, found -> {
            String text = shown(((Text) found).getText());
            if (!text.isEmpty()) {
                words.add(text);
            }
        }));
        return String.join("\n", words);
    }

    /// As it is read: a name goes on in its next line.
    public static String shown(String text) {
        return text.replace(NameLabel.BREAK, "");
    }

    public static void click(String selector) {
        click(find(selector));
    }

    public static void click(Node node) {
        Bounds bounds = fx(() -> {
            layOut(node);
            return node.localToScreen(node.getLayoutBounds());
        });
        clickAt(bounds.getCenterX(), bounds.getCenterY());
    }

    /// What has just been added is not laid out before the next pulse, and a click would miss it.
    private static void layOut(Node node) {
        Parent root = node.getScene().getRoot();
        root.applyCss();
        root.layout();
    }

    public static void clickAt(double screenX, double screenY) {
        robot(robot -> robot.mouseMove(screenX, screenY));
        robot(robot -> robot.mousePress(MouseButton.PRIMARY));
        release();
    }

    /// Presses on the middle of a node; [#release] ends it.
    public static void press(Node node) {
        var middle = fx(() -> node.localToScreen(node.getLayoutBounds()));
        robot(robot -> robot.mouseMove(middle.getCenterX(), middle.getCenterY()));
        robot(robot -> robot.mousePress(MouseButton.PRIMARY));
        settle();
    }

    public static void release() {
        robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /// Presses, moves and releases: positions relative to the node.
    public static void drag(Node node, double fromX, double fromY, double toX, double toY) {
        var from = fx(() -> node.localToScreen(fromX, fromY));
        var to = fx(() -> node.localToScreen(toX, toY));
        robot(robot -> robot.mouseMove(from));
        robot(robot -> robot.mousePress(MouseButton.PRIMARY));
        for (int step = 1; step <= 5; step++) {
            double share = step / 5.0;
            robot(robot -> robot.mouseMove(
                    from.getX() + (to.getX() - from.getX()) * share, from.getY() + (to.getY() - from.getY()) * share));
        }
        robot(robot -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /// What the primary button does at a place of the scene, for what the headless robot cannot do.
    public static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, boolean shortcut) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                shortcut,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    public static void moveTo(Node node, double x, double y) {
        var at = fx(() -> node.localToScreen(x, y));
        robot(robot -> robot.mouseMove(at));
        settle();
    }

    /// Keys together, the last one pressed last: `key(CONTROL, DIGIT2)`.
    public static void key(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot(robot -> robot.keyPress(key));
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            KeyCode key = keys[i];
            robot(robot -> robot.keyRelease(key));
        }
        settle();
    }

    /// Types lower-case letters, digits, dots and spaces into what has the focus.
    public static void type(String text) {
        for (char c : text.toCharArray()) {
            key(
                    switch (c) {
                        case ' ' -> KeyCode.SPACE;
                        case '.' -> KeyCode.PERIOD;
                        default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
                    });
        }
    }

    private static void robot(Consumer<Robot> act) {
        run(() -> act.accept(Hand.ROBOT));
    }

    /// One robot: on the headless platform each remembers the pointer's place by itself. Made on the FX thread.
    private static final class Hand {
        static final Robot ROBOT = new Robot();
    }

    private static List<Node> all(String selector) {
        List<Node> found = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            for (Node node : window.getScene().getRoot().lookupAll(selector)) {
                if (visible(node)) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Node node, Predicate<Node> wanted, Consumer<Node> sink) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            sink.accept(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, sink));
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The FX thread did not answer.", e);
        }
    }
}
