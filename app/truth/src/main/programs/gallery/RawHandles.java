// answer: leak, likely
// on: 25
package gallery;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import pace.Pace;

/** Calls malloc through FFM, and free only when the picture was shown. */
public class RawHandles {

    public static void main(String[] args) throws Exception {
        Pace.ready();
        Linker linker = Linker.nativeLinker();
        MethodHandle malloc = linker.downcallHandle(
                linker.defaultLookup().find("malloc").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle free = linker.downcallHandle(
                linker.defaultLookup().find("free").orElseThrow(), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        Pace.go(80, number -> {
            MemorySegment picture = take(malloc, 2_051);
            if (number % 3 != 0) {
                give(free, picture);
            }
        });
    }

    private static void give(MethodHandle free, MemorySegment picture) {
        try {
            free.invoke(picture);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemorySegment take(MethodHandle malloc, long size) {
        try {
            return (MemorySegment) malloc.invoke(size); // here
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
