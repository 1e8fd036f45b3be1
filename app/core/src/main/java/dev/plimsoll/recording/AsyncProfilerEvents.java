package dev.plimsoll.recording;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.chunk.EventFields;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// async-profiler's events of native memory, as the binding `malloc`. With `nativemem=N` it samples by a byte counter,
/// so a block of `size` bytes is seen with probability min(1, size/N); N is among the recording's settings. It writes
/// all frees. One thread.
final class AsyncProfilerEvents {

    static final String MALLOC = "profiler.Malloc";
    static final String FREE = "profiler.Free";

    private static final String SETTING = "jdk.ActiveSetting";
    private static final String BINDING = "malloc";

    private long interval;

    void addTo(BiConsumer<String, EventDecoder.Decoding> decodings) {
        decodings.accept(MALLOC, this::allocation);
        decodings.accept(
                FREE, (e, time) -> new NativeEvent.Free(time, e.number("address"), BINDING, FreeCause.EXPLICIT));
        decodings.accept(SETTING, this::setting);
    }

    private NativeEvent allocation(EventFields e, long time) {
        long size = Math.max(0, e.number("size"));
        double weight = size < interval ? (double) interval / Math.max(1, size) : 1;
        return new NativeEvent.Allocation(
                time, e.number("address"), size, NativeEvent.weight(weight), BINDING, "malloc", null, e.stack());
    }

    private @Nullable NativeEvent setting(EventFields e, long time) {
        if ("nativemem".equals(e.word("name"))) {
            String value = String.valueOf(e.word("value"));
            interval = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
        }
        return null;
    }
}
