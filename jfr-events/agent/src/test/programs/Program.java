import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/** What every program here does: waits to be watched, tells what it did, waits to be let go. */
public class Program {

    /** The agent may be attached now. */
    static void ready() throws IOException {
        say("ready");
    }

    /** Everything is done that is to be watched. */
    static void done() throws IOException {
        say("done");
    }

    static void tell(String key, long value) {
        System.out.println(key + " " + value);
    }

    /** Makes an object that nobody holds, and collects garbage until it is gone. */
    static void loseAndCollect(Supplier<Object> made) {
        collect(new WeakReference<>(made.get()));
    }

    static void collect(Reference<?> lost) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!lost.refersTo(null)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it is still held");
            }
            System.gc();
        }
    }

    private static void say(String word) throws IOException {
        System.out.println(word);
        for (int c = System.in.read(); c != '\n'; c = System.in.read()) {
            if (c < 0) {
                System.exit(3);
            }
        }
    }
}
