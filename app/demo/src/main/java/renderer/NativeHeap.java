package renderer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The C library's `malloc` and `free`.
@SuppressWarnings("restricted")
final class NativeHeap {

    private final MethodHandle malloc;
    private final MethodHandle free;

    NativeHeap() {
        Linker linker = Linker.nativeLinker();
        malloc = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("malloc"), FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        free = linker.downcallHandle(linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(ADDRESS));
    }

    /// @throws OutOfMemoryError when the C library has no more
    MemorySegment allocate(long bytes) {
        try {
            MemorySegment block = (MemorySegment) malloc.invokeExact(bytes);
            if (block.address() == 0) {
                throw new OutOfMemoryError("malloc of " + bytes + " bytes");
            }
            return block.reinterpret(bytes);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("malloc cannot be called.", e);
        }
    }

    void release(MemorySegment block) {
        try {
            free.invokeExact(block);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("free cannot be called.", e);
        }
    }
}
