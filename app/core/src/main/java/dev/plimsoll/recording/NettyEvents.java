package dev.plimsoll.recording;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.chunk.EventFields;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The events that Netty 4.2 writes of its allocators by itself, as the binding `netty`: chunks are what was taken
/// from the system, buffers lie in them. Where the agent watched Netty they would be counted twice and are left out.
/// Those on the heap, and those without an address, say nothing here. One thread.
final class NettyEvents {

    static final String ALLOCATE_CHUNK = "io.netty.AllocateChunk";
    static final String FREE_CHUNK = "io.netty.FreeChunk";
    static final String ALLOCATE_BUFFER = "io.netty.AllocateBuffer";
    static final String FREE_BUFFER = "io.netty.FreeBuffer";

    private static final String BINDING = "netty";

    private boolean watched;

    void addTo(BiConsumer<String, EventDecoder.Decoding> decodings) {
        decodings.accept(ALLOCATE_CHUNK, (e, time) -> allocation(e, time, "capacity", "chunk"));
        decodings.accept(ALLOCATE_BUFFER, (e, time) -> allocation(e, time, "size", "pooled"));
        decodings.accept(FREE_CHUNK, this::free);
        decodings.accept(FREE_BUFFER, this::free);
    }

    /// The agent says what it watches.
    void covered(String binding, String state) {
        watched |= binding.equals(BINDING) && state.equals("woven");
    }

    private @Nullable NativeEvent allocation(EventFields e, long time, String size, String kind) {
        return says(e)
                ? new NativeEvent.Allocation(
                        time, e.number("address"), Math.max(0, e.number(size)), 1, BINDING, kind, null, e.stack())
                : null;
    }

    private @Nullable NativeEvent free(EventFields e, long time) {
        return says(e) ? new NativeEvent.Free(time, e.number("address"), BINDING, FreeCause.EXPLICIT) : null;
    }

    private boolean says(EventFields e) {
        return !watched && e.flag("direct") && e.number("address") > 0;
    }
}
