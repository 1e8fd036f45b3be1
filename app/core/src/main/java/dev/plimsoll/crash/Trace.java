package dev.plimsoll.crash;

import dev.plimsoll.event.NativeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Follows what happened to one address while a recording is read: which block held it last, whether that was freed,
/// and whether a callback's code was there. One thread; events come in the order of their times.
public final class Trace {

    /// Generated code of a callback: its entry is the handle, and it is shorter than this, bytes.
    private static final long STUB = 512;

    /// The block that held the address last.
    ///
    /// @param free what freed it, or null while it lives
    public record Held(NativeEvent.Allocation block, NativeEvent.@Nullable Free free) {}

    /// The callback whose code was at the address last.
    ///
    /// @param released when, 0 while it lives
    public record Called(NativeEvent.CallbackRegistered callback, long released) {}

    private final long address;
    private final Map<Long, NativeEvent.CallbackRegistered> near = new HashMap<>();
    private final List<NativeEvent.Misuse> misuses = new ArrayList<>();
    private @Nullable Held held;
    private @Nullable Called called;

    public Trace(long address) {
        this.address = address;
    }

    public void see(NativeEvent event) {
        switch (event) {
            case NativeEvent.Allocation a when holds(a.address(), a.bytes()) -> held = new Held(a, null);
            case NativeEvent.Free f -> free(f);
            case NativeEvent.CallbackRegistered c
            when holds(c.handle(), STUB) -> {
                near.put(c.handle(), c);
                called = new Called(c, 0);
            }
            case NativeEvent.CallbackReleased r -> release(r);
            case NativeEvent.Misuse m when m.address() == address || isHeld(held, m.address()) -> misuses.add(m);
            default -> {}
        }
    }

    private void free(NativeEvent.Free free) {
        Held now = held;
        if (now != null && now.free() == null && isHeld(now, free.address())) {
            held = new Held(now.block(), free);
        }
    }

    private void release(NativeEvent.CallbackReleased released) {
        NativeEvent.CallbackRegistered callback = near.remove(released.handle());
        if (callback != null) {
            called = new Called(callback, released.time());
        }
    }

    private static boolean isHeld(@Nullable Held held, long start) {
        return held != null && held.block().address() == start;
    }

    private boolean holds(long start, long length) {
        LongPredicate inside = at -> Long.compareUnsigned(at, start) >= 0 && at - start < Math.max(1, length);
        return inside.test(address);
    }

    public long address() {
        return address;
    }

    public @Nullable Held held() {
        return held;
    }

    public @Nullable Called called() {
        return called;
    }

    public List<NativeEvent.Misuse> misuses() {
        return misuses;
    }
}
