package pace;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** A working day: waits until it is watched, then does its steps at a steady rate and makes garbage like any program. */
public final class Pace {

    /** What is done again and again. */
    public interface Step {
        void at(long number) throws Exception;
    }

    private static final long NAP = 2_000_000;
    private static final int COLLECT_EVERY = Integer.getInteger("gc", 0);

    private static byte[][] garbage = new byte[64][];
    private static long began = System.nanoTime();

    private Pace() {}

    /** Says that it is up, and waits for a line. */
    public static void ready() throws IOException {
        System.out.println("ready");
        for (int c = System.in.read(); c != '\n'; c = System.in.read()) {
            if (c < 0) {
                System.exit(3);
            }
        }
        began = System.nanoTime();
    }

    /** Seconds since it was told to go on. */
    public static double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Waits to be watched, then works for ever. */
    public static void run(double perSecond, Step step) throws Exception {
        ready();
        go(perSecond, step);
    }

    /** Works for ever. */
    public static void go(double perSecond, Step step) throws Exception {
        long number = 0;
        long litter = 0;
        int collected = 0;
        while (true) {
            double now = seconds();
            for (; number < now * perSecond; number++) {
                step.at(number);
            }
            for (; litter < now * 20_000; litter++) {
                garbage[(int) (litter % garbage.length)] = new byte[1_000];
            }
            if (COLLECT_EVERY > 0 && now > (collected + 1.0) * COLLECT_EVERY) {
                collected++;
                System.gc();
            }
            LockSupport.parkNanos(NAP);
        }
    }
}
