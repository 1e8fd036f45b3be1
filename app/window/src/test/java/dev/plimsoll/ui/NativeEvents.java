package dev.plimsoll.ui;

import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;

/// Events as the agent makes them. The test commits them itself, so that the stack is its own.
public final class NativeEvents {

    private NativeEvents() {}

    /// Of weight 1, without an owner.
    public static NativeAllocation allocation(String binding, String kind, long address, long bytes) {
        NativeAllocation event = new NativeAllocation();
        event.address = address;
        event.bytes = bytes;
        event.weight = 1;
        event.binding = binding;
        event.kind = kind;
        return event;
    }

    public static NativeFree free(String binding, long address) {
        NativeFree event = new NativeFree();
        event.address = address;
        event.binding = binding;
        event.cause = "explicit";
        return event;
    }
}
