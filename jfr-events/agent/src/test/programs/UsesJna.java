import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.Map;

/** Memory kept, closed and lost; callbacks of an interface-mapped and of a direct-mapped library, kept and lost. */
public class UsesJna extends Program {

    public interface Order extends Callback {
        int invoke(Pointer a, Pointer b);
    }

    public interface Sorter extends Library {
        void qsort(Pointer base, long count, long width, Order order);
    }

    public static class Direct {
        static {
            Native.register(Direct.class, "c");
        }

        public static native void qsort(Pointer base, long count, long width, Order order);
    }

    @Structure.FieldOrder({"x", "y"})
    public static class Point extends Structure {
        public long x;
        public double y;
    }

    static Memory kept;
    static Point point;
    static Order lasting = (a, b) -> Integer.compare(a.getInt(0), b.getInt(0));
    static Order direct = (a, b) -> Integer.compare(b.getInt(0), a.getInt(0));

    public static void main(String[] args) throws Exception {
        new Memory(3).close();
        ready();
        kept = new Memory(70_001);
        kept.share(16, 32).setInt(0, 1);
        Memory closed = new Memory(12_345);
        closed.close();
        closed.close();
        loseAndCollect(() -> new Memory(23_457));
        point = new Point();
        point.write();
        tell("pointSize", point.size());

        Sorter c = Native.load("c", Sorter.class);
        sort(order -> c.qsort(kept, 4, 4, order), lasting);
        sort(order -> Direct.qsort(kept, 4, 4, order), direct);
        collect(callOnAnotherThread());
        WeakReference<?> lost = sortOnce(c);
        collect(lost);
        letJnaRelease(2);
        done();
    }

    /** JNA lets go of what stood for a lost callback when its map is used again, and frees in a thread of its own. */
    static void letJnaRelease(int left) throws ReflectiveOperationException {
        Field field = CallbackReference.class.getDeclaredField("allocatedMemory");
        field.setAccessible(true);
        Map<?, ?> structures = (Map<?, ?>) field.get(null);
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (structures.size() > left) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("JNA still has " + structures.size());
            }
            CallbackReference.getFunctionPointer(lasting);
            System.gc();
        }
    }

    /** As native code does that was given the pointer and keeps it. */
    static WeakReference<?> callOnAnotherThread() throws InterruptedException {
        int odd = kept.getInt(0);
        Order order = (a, b) -> odd;
        Function pointer = Function.getFunction(CallbackReference.getFunctionPointer(order));
        Thread caller = new Thread(() -> pointer.invokeInt(new Object[] {kept, kept}));
        caller.start();
        caller.join();
        return new WeakReference<>(order);
    }

    interface Sort {
        void by(Order order);
    }

    static void sort(Sort sort, Order order) {
        for (int i = 0; i < 4; i++) {
            kept.setInt(4L * i, (i * 7) % 4);
        }
        sort.by(order);
    }

    static WeakReference<?> sortOnce(Sorter c) {
        int equal = kept.getInt(4) - kept.getInt(4);
        Order order = (a, b) -> equal;
        sort(o -> c.qsort(kept, 4, 4, o), order);
        return new WeakReference<>(order);
    }
}
