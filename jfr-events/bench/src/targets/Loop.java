import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;

/** Takes and gives back blocks as fast as it can, some frames below main, and tells what that took. */
public abstract class Loop {

    /** Frames below main, as a program has them. */
    private static final int DEPTH = 8;

    /** Pairs between two looks at the clock. */
    private static final int BATCH = 200;

    /** What stands for the block: a program keeps it, so the compiler may not take it apart. */
    static Object kept;

    static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** So many blocks taken and given back. */
    abstract void pairs(int count) throws Throwable;

    public static void main(String[] args) {
        try {
            listen(args);
        } catch (Throwable t) {
            t.printStackTrace();
            // Other threads of a library may run on, and whoever gives orders would wait.
            System.exit(1);
        }
    }

    private static void listen(String[] args) throws Throwable {
        Loop loop = (Loop) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("up");
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split(" ");
            System.out.println(words.length == 1 ? loop.run(Long.parseLong(line)) : loop.order(words));
        }
    }

    /** What is ordered by a word; answers figures. */
    String order(String[] words) throws Throwable {
        return exactly(Integer.parseInt(words[1]));
    }

    /** So many pairs; answers when that began and ended, in microseconds since the epoch, with some rest around. */
    private String exactly(int pairs) throws Throwable {
        Thread.sleep(2);
        long start = micros();
        for (int left = pairs; left > 0; left -= BATCH) {
            pairs(Math.min(BATCH, left));
        }
        long end = micros();
        Thread.sleep(2);
        return start + " " + end;
    }

    private static long micros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /** For so many milliseconds; answers pairs, and nanoseconds of this thread, of the process, and of the clock. */
    private String run(long millis) throws Throwable {
        long pairs = 0;
        long thread = THREADS.getCurrentThreadCpuTime();
        long process = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        long now = start;
        while (now - start < millis * 1_000_000) {
            down(DEPTH);
            pairs += BATCH;
            now = System.nanoTime();
        }
        return pairs + " " + (THREADS.getCurrentThreadCpuTime() - thread) + " "
                + (PROCESS.getProcessCpuTime() - process) + " " + (now - start);
    }

    private void down(int frames) throws Throwable {
        if (frames > 0) {
            down(frames - 1);
        } else {
            pairs(BATCH);
        }
    }
}
