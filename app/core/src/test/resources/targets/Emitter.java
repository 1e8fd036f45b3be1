import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** A target without an agent: commits the contract's events when told to, line by line, and flushes as the agent does. */
public final class Emitter {

    private static long next;
    private static long bytes;

    public static void main(String[] arguments) throws Exception {
        // What is registered later is told to live readers only at the recorder's own next flush, up to a second later.
        FlightRecorder.register(NativeAllocation.class);
        FlightRecorder.register(NativeFree.class);
        Recording recording = new Recording();
        recording.enable(NativeAllocation.class);
        recording.enable(NativeFree.class);
        recording.enable("jdk.GarbageCollection").withoutThreshold();
        recording.enable("jdk.GCHeapSummary");
        recording.enable("jdk.JVMInformation");
        recording.start();
        if (arguments.length > 0 && arguments[0].equals("flush")) {
            Thread flusher = new Thread(Emitter::flush);
            flusher.setDaemon(true);
            flusher.start();
        }
        System.out.println("repository " + System.getProperty("jdk.jfr.repository"));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "allocate":
                    allocate(Integer.parseInt(words[1]), Long.parseLong(words[2]));
                    break;
                case "free":
                    free(Integer.parseInt(words[1]));
                    break;
                case "deep":
                    for (int i = Integer.parseInt(words[1]); i > 0; i--) {
                        deep(i % 100);
                    }
                    break;
                case "gc":
                    System.gc();
                    break;
                case "rotate":
                    Recording other = new Recording();
                    other.start();
                    other.close();
                    break;
                case "exit":
                    return;
                default:
                    throw new IllegalArgumentException(line);
            }
            System.out.println(words[0] + " " + next + " " + bytes);
        }
    }

    private static void allocate(int count, long pauseMicros) throws Exception {
        for (int i = 0; i < count; i++) {
            NativeAllocation event = new NativeAllocation();
            event.address = ++next * 16;
            event.bytes = next * 2 + 1;
            event.weight = 1;
            event.binding = "ffm";
            event.kind = "confined";
            event.commit();
            bytes += event.bytes;
            if (pauseMicros > 0) {
                Thread.sleep(Duration.ofNanos(pauseMicros * 1_000).toMillis(), (int) (pauseMicros * 1_000 % 1_000_000));
            }
        }
    }

    /** Stacks of all depths, some of them cut off. */
    private static void deep(int depth) throws Exception {
        if (depth == 0) {
            allocate(1, 0);
        } else {
            deep(depth - 1);
        }
    }

    private static void free(int count) {
        for (int i = 0; i < count; i++) {
            NativeFree event = new NativeFree();
            event.address = next * 16;
            event.binding = "ffm";
            event.cause = "explicit";
            event.commit();
            bytes -= next-- * 2 + 1;
        }
    }

    private static void flush() {
        try {
            Class<?> jvm = Class.forName("jdk.jfr.internal.JVM");
            Method flush = jvm.getMethod("flush");
            Object receiver = Modifier.isStatic(flush.getModifiers())
                    ? null
                    : jvm.getMethod("getJVM").invoke(null);
            while (true) {
                Thread.sleep(100);
                flush.invoke(receiver);
            }
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
