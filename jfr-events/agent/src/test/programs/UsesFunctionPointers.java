import org.bytedeco.javacpp.FunctionPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.Const;
import org.bytedeco.javacpp.annotation.Platform;
import org.bytedeco.javacpp.tools.Builder;

/** Function pointers that the C library calls: two of an anonymous class, one of them closed, and one of a class below. */
@Platform(include = "<stdlib.h>")
public class UsesFunctionPointers extends Program {

    @Platform(include = "<stdlib.h>")
    public static class Order extends FunctionPointer {

        int calls;

        protected Order() {
            allocate();
        }

        private native void allocate();

        public int call(@Const Pointer a, @Const Pointer b) {
            calls++;
            return Integer.compare(new IntPointer(a).get(), new IntPointer(b).get());
        }

        public int soFar() {
            return calls;
        }
    }

    public static native void qsort(Pointer base, long count, long width, Order order);

    public static void main(String[] args) throws Exception {
        new Builder().classesOrPackages(UsesFunctionPointers.class.getName()).build();
        Loader.load();
        sort(order());
        ready();
        Order kept = order();
        Order closed = order();
        sort(kept);
        sort(closed);
        sort(kept);
        Order plain = new Order();
        sort(plain);
        for (Order order : new Order[] {kept, closed, plain}) {
            String name = order == kept ? "kept" : order == closed ? "closed" : "plain";
            tell(name, order.address());
            tell(name + "Calls", order.soFar());
        }
        closed.close();
        done();
    }

    private static Order order() {
        return new Order() {
            @Override
            public int call(Pointer a, Pointer b) {
                return -super.call(a, b);
            }
        };
    }

    private static void sort(Order order) {
        try (IntPointer numbers = new IntPointer(5, 3, 9, 1, 7, 2)) {
            qsort(numbers, numbers.limit(), numbers.sizeof(), order);
        }
    }
}
