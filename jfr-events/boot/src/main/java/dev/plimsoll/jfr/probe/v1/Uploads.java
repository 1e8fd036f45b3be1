package dev.plimsoll.jfr.probe.v1;

/**
 * What woven code calls where bytes go to a graphics driver: counted by the function that was called, which is told with
 * whether it copies them or maps the driver's memory into the program. A mapping of all of a memory that was not sampled is
 * not counted, for its size is not known. Nothing here throws.
 */
public final class Uploads {

    private Uploads() {}

    /**
     * A call has returned that copies.
     *
     * @param function and how, as in {@code "glBufferData, copied"}
     * @param bytes 0 or less when the call handed nothing over: it is not counted
     */
    public static void copied(String function, long bytes) {
        tell(function, bytes);
    }

    /**
     * A call has returned that maps.
     *
     * @param mapping the buffer over the driver's memory, or null when the call failed
     */
    public static void mapped(String function, Object mapping) {
        tell(function, BufferBytes.of(mapping));
    }

    /**
     * A call has returned that maps memory of Vulkan.
     *
     * @param kind of the memory, see {@link Kind#of(int, int)}
     * @param result 0 when it was mapped
     * @param bytes negative for all of it
     */
    public static void mapped(String function, int kind, int result, long memory, long bytes) {
        try {
            if (result == 0 && Probe.active) {
                Block block = bytes >= 0 ? null : (Block) Probe.BLOCKS.get(Handles.key(kind >>> 8, memory));
                tell(function, block == null ? bytes : block.bytes);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }

    private static void tell(String function, long bytes) {
        try {
            Symbol symbol = bytes > 0 && Probe.active && ThreadState.watched() != null ? Symbols.named(function) : null;
            if (symbol != null) {
                symbol.moved(bytes);
            }
        } catch (Throwable t) {
            Probe.errors++;
        }
    }
}
