package renderer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Starts the renderer: `[SCENARIO] [--seconds N | --frames N] [--parent PID]`.
public final class Main {

    private Main() {}

    /// Runs until the seconds are over, the frames are drawn, the parent is gone or the process is asked to end; then
    /// prints its account.
    public static void main(String[] args) throws InterruptedException {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Account account = new Account();
        CountDownLatch ended = new CountDownLatch(1);
        Renderer renderer = new Renderer(options.scenario(), options.frames(), account);
        Thread loop = new Thread(
                () -> {
                    try {
                        renderer.run();
                    } finally {
                        ended.countDown();
                    }
                },
                "render");
        Thread ending = new Thread(
                () -> {
                    renderer.stop();
                    joinUninterrupted(loop);
                    account.print(System.out);
                },
                "account");
        Runtime.getRuntime().addShutdownHook(ending);
        System.out.println("renderer: pid " + ProcessHandle.current().pid() + ", scenario "
                + options.scenario().word());
        System.out.flush();
        if (options.parent() > 0) {
            ProcessHandle.of(options.parent())
                    .ifPresentOrElse(parent -> parent.onExit().thenRun(ended::countDown), ended::countDown);
        }
        if (options.seconds() > 0) {
            Thread.ofPlatform().daemon().name("limit").start(() -> countDownAfter(options.seconds(), ended));
        }
        loop.start();
        ended.await();
        System.exit(renderer.failed() ? 1 : 0);
    }

    private static void countDownAfter(long seconds, CountDownLatch ended) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.countDown();
    }

    private static void joinUninterrupted(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param scenario which faults to make
    /// @param seconds how long to run, 0 without end
    /// @param frames how many to draw, as fast as they come, 0 for sixty a second without end
    /// @param parent process whose end ends this one, 0 for none
    record Options(Scenario scenario, long seconds, long frames, long parent) {

        static Options of(String[] args) {
            Scenario scenario = Scenario.ALL;
            long seconds = 0;
            long frames = 0;
            long parent = 0;
            for (int i = 0; i < args.length; i++) {
                String arg = args[i];
                switch (arg) {
                    case "--seconds" -> seconds = number(args, ++i, arg);
                    case "--frames" -> frames = number(args, ++i, arg);
                    case "--parent" -> parent = number(args, ++i, arg);
                    default ->
                        scenario = Scenario.of(arg)
                                .orElseThrow(() -> new IllegalArgumentException("There is no scenario " + arg
                                        + "; use all, callbacks, arena, buffers, map or healthy."));
                }
            }
            return new Options(scenario, seconds, frames, parent);
        }

        private static long number(String[] args, int index, String option) {
            if (index < args.length && args[index].matches("[1-9][0-9]{0,8}")) {
                return Long.parseLong(args[index]);
            }
            throw new IllegalArgumentException(option + " needs a whole number above 0.");
        }
    }
}
