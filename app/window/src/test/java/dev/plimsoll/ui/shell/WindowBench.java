package dev.plimsoll.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/// The speed of the window on a live target: `WindowBench LIVE STACKS EVENTS_PER_SECOND`. The target is real, attached
/// in
/// exact mode; the stage is the headless platform's, in software. Prints a table.
final class WindowBench {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int SECONDS_A_PAGE = 8;

    private final List<String> rows = new ArrayList<>();

    private WindowBench() {}

    public static void main(String[] args) throws Exception {
        Desk.start();
        new WindowBench().run(Arrays.asList(args));
        System.exit(0);
    }

    private void run(List<String> load) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                Churn.class.getName()));
        command.addAll(load);
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        Process churn = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = churn.inputReader()) {
            LiveSession live = LiveSession.open(new LocalAttachment(churn.pid(), new Sampling.Exact()));
            Desk.run(() -> shell.open(live));
            out.readLine();
            while (live.snapshot().ledger().blocks().size() < Integer.parseInt(load.get(0)) * 0.9) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                System.err.printf(
                        "%,d of %s blocks%n", live.snapshot().ledger().blocks().size(), load.get(0));
                if (!churn.isAlive()) {
                    throw new IllegalStateException(
                            "The target ended: " + live.snapshot().phase());
                }
            }
            pages(shell, live);
            flame(shell);
            hidden(shell, stage, live);
            rows.forEach(System.out::println);
        } finally {
            churn.destroyForcibly();
            Desk.close(stage);
            Desk.run(shell::close);
        }
    }

    private void pages(Shell shell, LiveSession live) {
        System.out.printf(
                "%nlive blocks %,d, stacks %,d, -Xmx%d MB, %d processors%n%n",
                live.snapshot().ledger().blocks().size(),
                live.snapshot().ledger().stacks().size(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%-12s %8s %9s %9s %9s %10s %10s %9s%n",
                "page", "frames/s", "p50 ms", "p99 ms", "max ms", "hold ms", "events/s", "cpu cores");
        for (Page page : shell.pages()) {
            if (page.id().equals("compare") || page.id().equals("events")) {
                continue;
            }
            Desk.run(() -> shell.select(page));
            pause(1);
            measure(page.id(), live, SECONDS_A_PAGE);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        rows.add("heap, peak of all pools: " + (peak >> 20) + " MB");
        long after = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        rows.add("heap, after the last collection: " + (after >> 20) + " MB");
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(gc -> rows.add(String.format(
                        Locale.ROOT,
                        "%s: %d collections, %d ms",
                        gc.getName(),
                        gc.getCollectionCount(),
                        gc.getCollectionTime())));
    }

    private static void measure(String name, LiveSession live, int seconds) {
        Snapshot before = live.snapshot();
        long cpu = SYSTEM.getProcessCpuTime();
        long from = System.nanoTime();
        FrameWatch watch = new FrameWatch();
        pause(seconds);
        watch.close();
        double passed = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-12s %8.0f %9.1f %9.1f %9.1f %10.1f %,10.0f %9.2f%n",
                name,
                watch.count() / passed,
                watch.millis(0.5),
                watch.millis(0.99),
                watch.millis(1),
                watch.longestHoldMillis(),
                (live.snapshot().ledger().eventsApplied() - before.ledger().eventsApplied()) / passed,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e9 / passed);
    }

    /// From the key to the first frame that shows the answer.
    private void flame(Shell shell) {
        Page flame = shell.pages().get(1);
        Desk.run(() -> shell.select(flame));
        pause(2);
        List<Double> zooms = new ArrayList<>();
        List<Double> searches = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Desk.run(() -> shell.root().requestFocus());
            Desk.key(KeyCode.DOWN);
            zooms.add(until(flame, () -> Desk.run(() -> press(flame, KeyCode.ENTER))));
            zooms.add(until(flame, () -> Desk.run(() -> press(flame, KeyCode.DIGIT0))));
            String typed = "Churn.take:" + (70 + i % 10);
            searches.add(until(flame, () -> Desk.run(() -> ((TextField) Desk.find("#flame-search")).setText(typed))));
        }
        rows.add(times("flame zoom", zooms));
        rows.add(times("flame search", searches));
    }

    private static void press(Page page, KeyCode key) {
        page.accept(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static double until(Page page, Runnable act) {
        long from = System.nanoTime();
        act.run();
        while (!Desk.fx(page::settled)) {
            LockSupport.parkNanos(500_000);
        }
        return (System.nanoTime() - from) / 1e6;
    }

    private static String times(String name, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s: median %.1f ms, longest %.1f ms",
                name,
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }

    private void hidden(Shell shell, Stage stage, LiveSession live) {
        Desk.run(() -> {
            shell.select(shell.pages().getFirst());
            stage.hide();
        });
        pause(2);
        measure("hidden", live, SECONDS_A_PAGE);
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
