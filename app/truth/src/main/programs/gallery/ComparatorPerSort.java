// answer: leak, likely
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import pace.Pace;

/** Makes a comparator for native code on each sort, for ever. */
public class ComparatorPerSort {

    private static final FunctionDescriptor TYPE =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);

    public static void main(String[] args) throws Exception {
        MethodHandle compare = MethodHandles.lookup()
                .findStatic(ComparatorPerSort.class, "compare", MethodType.methodType(int.class, int.class, int.class));
        Pace.run(15, number -> sort(compare));
    }

    private static long sort(MethodHandle compare) {
        MemorySegment stub = Linker.nativeLinker().upcallStub(compare, TYPE, Arena.global()); // here
        return stub.address();
    }

    private static int compare(int a, int b) {
        return Integer.compare(a, b);
    }
}
