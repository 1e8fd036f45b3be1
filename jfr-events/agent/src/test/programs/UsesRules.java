import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Wrappers of its own: handles that are only numbers, and memory that another library takes for them. */
public class UsesRules extends Program {

    static final List<Object> KEPT = new ArrayList<>();

    /** A long handle and a close. */
    static class Codec implements AutoCloseable {
        private static final AtomicLong NEXT = new AtomicLong(1 << 20);
        protected final long peer;
        private boolean open = true;

        Codec() {
            peer = NEXT.getAndIncrement();
        }

        @Override
        public void close() {
            open = false;
        }
    }

    /** Closes by a method that its parent has. */
    static class Encoder extends Codec {}

    /** What a factory returns. */
    record Session(Id id) {}

    record Id(int number) {
        long value() {
            return number;
        }
    }

    static Session open(String name, int number) {
        return number == 0 ? null : new Session(new Id(number));
    }

    static void shut(Session session) {}

    /** A wrapper around JNA's memory: one block, and it is the wrapper's. */
    static class Slab {
        final long address;
        private final Memory memory;

        Slab(int rows, long width) {
            memory = new Memory(rows * width);
            address = Pointer.nativeValue(memory);
        }

        void free() {
            memory.close();
        }
    }

    public static void main(String[] args) throws Exception {
        new Codec().close();
        ready();
        KEPT.add(new Codec());
        Encoder encoder = new Encoder();
        encoder.close();
        encoder.close();
        Codec codec = new Codec();
        codec.close();
        KEPT.add(open("kept", 4711));
        shut(open("shut", 4712));
        open("none", 0);
        KEPT.add(new Slab(7, 1_001));
        new Slab(3, 555).free();
        KEPT.add(new Memory(12_347));
        loseAndCollect(Encoder::new);
        done();
    }
}
