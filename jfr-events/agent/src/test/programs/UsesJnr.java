import com.kenai.jffi.MemoryIO;
import java.lang.ref.WeakReference;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;
import jnr.ffi.annotations.Delegate;

/** Memory large and small, kept and lost, jffi's own, and closures kept and lost. */
public class UsesJnr extends Program {

    public interface Order {
        @Delegate
        int compare(Pointer a, Pointer b);
    }

    public interface Sorter {
        void qsort(Pointer base, long count, long width, Order order);
    }

    static Pointer kept;
    static Pointer small;
    static int compared;
    static Order lasting = (a, b) -> {
        compared++;
        return Integer.compare(a.getInt(0), b.getInt(0));
    };

    public static void main(String[] args) throws Exception {
        Sorter c = LibraryLoader.create(Sorter.class).load("c");
        Runtime runtime = Runtime.getSystemRuntime();
        runtime.getMemoryManager().allocateDirect(1_000);
        ready();
        kept = runtime.getMemoryManager().allocateDirect(70_001);
        small = runtime.getMemoryManager().allocateDirect(77);
        long raw = MemoryIO.getInstance().allocateMemory(12_345, false);
        MemoryIO.getInstance().freeMemory(raw);
        loseAndCollect(() -> runtime.getMemoryManager().allocateDirect(23_457L));
        sort(c, lasting);
        sort(c, lasting);
        tell("lasting", compared);
        compared = 0;
        collect(sortOnce(c));
        tell("lost", compared);
        done();
    }

    static void sort(Sorter c, Order order) {
        for (int i = 0; i < 4; i++) {
            kept.putInt(4L * i, (i * 7) % 4);
        }
        c.qsort(kept, 4, 4, order);
    }

    static WeakReference<?> sortOnce(Sorter c) {
        int equal = kept.getInt(4) - kept.getInt(4);
        Order order = (a, b) -> {
            compared++;
            return equal;
        };
        sort(c, order);
        return new WeakReference<>(order);
    }
}
