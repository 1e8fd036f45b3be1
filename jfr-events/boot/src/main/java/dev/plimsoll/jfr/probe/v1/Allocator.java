package dev.plimsoll.jfr.probe.v1;

/**
 * Who really takes and gives back the memory, as a binding's number: {@link Binding#UNSAFE} below java.nio and arenas,
 * {@link Binding#FFM} for malloc of the C library called through a handle, else the binding itself.
 */
final class Allocator {

    /** Nobody: what no free of memory can be about. */
    static final int NONE = -1;

    private Allocator() {}

    /** Whether its addresses are those of blocks: handles of other things may look like anything. */
    static boolean isMalloc(int allocator) {
        switch (allocator) {
            case Binding.UNSAFE:
            case Binding.FFM:
            case Binding.JNA:
            case Binding.LWJGL:
            case Binding.JNR:
            case Binding.MAPPED:
                return true;
            default:
                return false;
        }
    }

    /** Whether it frees by itself, so that nothing below it frees the same address. */
    static boolean isBottom(int allocator) {
        return allocator == Binding.UNSAFE || allocator == Binding.FFM;
    }
}
