package dev.plimsoll.load;

import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.shell.Shell;
import dev.plimsoll.ui.shell.WindowPages;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The desk: `DeskUnderLoad PID BLOCKS SECONDS` attaches to the town, shows its window, goes through the pages, and
/// prints what that took, `name value` a line. As large as the headless screen allows.
public final class DeskUnderLoad {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 900;
    private static final int TRIES = 20;
    private static final int PATIENCE_MINUTES = 5;

    /// Of the blocks; a few may be lost while the town fills.
    private static final double NEARLY_ALL = 0.98;

    private final Session session;
    private final Shell shell;
    private final Stage stage;
    private final Hand hand = new Hand();
    private final long watched;

    private DeskUnderLoad(Session session, long seconds) {
        this.session = session;
        watched = seconds * 1000;
        shell = Hand.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new QuietOutside(Memory.untilExit())));
        stage = Hand.fx(() -> {
            Stage made = new Stage();
            made.setScene(shell.scene(WIDTH, HEIGHT));
            made.setX(0);
            made.setY(0);
            made.iconifiedProperty().addListener((observed, was, is) -> shell.hidden(is));
            shell.open(session);
            made.show();
            return made;
        });
    }

    public static void main(String[] args) throws Exception {
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Platform.startup(() -> up.complete(true));
        up.join();
        int blocks = Integer.parseInt(args[1]);
        Session session = LiveSession.open(new LocalAttachment(Long.parseLong(args[0]), new Sampling.ExactStacks()));
        DeskUnderLoad desk = new DeskUnderLoad(session, Long.parseLong(args[2]));
        await(session, snapshot -> snapshot.phase() instanceof Phase.Live);
        System.out.println("attached");
        await(session, snapshot -> snapshot.ledger().blocks().size() >= NEARLY_ALL * blocks);
        desk.measure();
        System.out.flush();
        // JavaFX complains when it is ended in the middle of a frame.
        Runtime.getRuntime().halt(0);
    }

    private static void await(Session session, Predicate<Snapshot> wanted) {
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        try (Session.Subscription _ = session.onSnapshot(snapshot -> {
            if (snapshot.phase() instanceof Phase.Failed || snapshot.phase() instanceof Phase.Ended) {
                there.completeExceptionally(
                        new IllegalStateException(snapshot.phase().toString()));
            } else if (wanted.test(snapshot)) {
                there.complete(true);
            }
        })) {
            there.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
        }
    }

    private void measure() throws InterruptedException {
        Thread.sleep(watched);
        say("blocks", session.snapshot().ledger().blocks().size());
        say("stacks", session.snapshot().stacks().size());
        for (Page page : shell.pages()) {
            if (!page.id().equals("compare")) {
                page(page);
            }
        }
        acts();
        hidden();
        Snapshot last = session.snapshot();
        say("events", last.health().eventsPerSecond());
        say("lost", last.health().eventsLost());
        say("lag", last.health().lagMillis());
        heap();
    }

    private void page(Page page) throws InterruptedException {
        Hand.fx(() -> {
            shell.select(page);
            return true;
        });
        Thread.sleep(1000);
        Cpu cpu = Cpu.now();
        Thread.sleep(watched);
        say("cpu." + page.id(), cpu.percent());
        System.err.println(page.id() + ": " + cpu.threads());
        FrameClock clock = new FrameClock();
        try (HoldProbe probe = new HoldProbe()) {
            Hand.fx(() -> {
                clock.start();
                return true;
            });
            Thread.sleep(watched);
            long[] spans = Hand.fx(() -> {
                clock.stop();
                return clock.sorted();
            });
            spans("frame." + page.id(), spans);
            say("hold." + page.id(), probe.longest() / 1e6);
        }
    }

    /// Zoom and search, on data that stands still while events go on coming in.
    private void acts() throws InterruptedException {
        Page flame = shell.pages().stream()
                .filter(page -> page.id().equals("flame"))
                .findFirst()
                .orElseThrow();
        Hand.fx(() -> {
            shell.select(flame);
            return true;
        });
        hand.key(KeyCode.SPACE);
        Thread.sleep(1500);
        Node canvas = Hand.fx(() -> shell.root().lookup("#flame-canvas"));
        double width = canvas.getLayoutBounds().getWidth();
        long[] zooms = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            double x = width * (i + 0.5) / TRIES;
            double y = 18 * (2.5 + i % 8);
            zooms[i] = Hand.until(() -> hand.click(canvas, x, y), flame::settled);
            Hand.until(() -> hand.key(KeyCode.DIGIT0), flame::settled);
        }
        spans("zoom", sorted(zooms));
        hand.key(KeyCode.CONTROL, KeyCode.F);
        TextField field = (TextField) Hand.fx(() -> shell.root().lookup("#flame-search"));
        long[] searches = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            String text = "Room" + i;
            searches[i] = Hand.until(
                    () -> Hand.fx(() -> {
                        field.setText(text);
                        return true;
                    }),
                    flame::settled);
        }
        spans("search", sorted(searches));
        Hand.fx(() -> {
            field.clear();
            canvas.requestFocus();
            return true;
        });
        hand.move(shell.root(), 3, 3);
        Hand.fx(() -> {
            session.freeze(false);
            return true;
        });
    }

    private void hidden() throws InterruptedException {
        Hand.fx(() -> {
            stage.setIconified(true);
            return true;
        });
        Thread.sleep(1000);
        Cpu cpu = Cpu.now();
        Thread.sleep(watched);
        say("cpu.hidden", cpu.percent());
        System.err.println("hidden: " + cpu.threads());
        Hand.fx(() -> {
            stage.setIconified(false);
            return true;
        });
    }

    private static void heap() {
        System.gc();
        say(
                "heap.live",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0);
        double peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        say("heap.peak", peak / 1048576.0);
        double pauses = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(gc -> gc.getCollectionTime())
                .sum();
        say("gc", pauses);
    }

    private static long[] sorted(long[] spans) {
        Arrays.sort(spans);
        return spans;
    }

    private static void spans(String name, long[] sorted) {
        if (sorted.length == TRIES) {
            System.err.println(name + ": "
                    + Arrays.stream(sorted)
                            .mapToObj(span -> "%.0f".formatted(span / 1e6))
                            .collect(Collectors.joining(", ")));
        }
        say(name + ".p50", sorted[sorted.length / 2] / 1e6);
        say(name + ".p99", sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6);
        say(name + ".max", sorted[sorted.length - 1] / 1e6);
    }

    private static void say(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, value);
    }
}
