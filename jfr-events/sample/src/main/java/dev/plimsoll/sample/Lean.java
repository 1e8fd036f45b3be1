package dev.plimsoll.sample;

import dev.plimsoll.jfr.event.v1.EventNames;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The contract's two hot events with nothing but numbers: what 21.6 bytes an event were measured with. */
final class Lean {

    @Name(EventNames.NATIVE_ALLOCATION)
    @StackTrace(true)
    static final class Allocation extends Event {
        @Name(EventNames.FIELD_ADDRESS)
        long address;

        @Name(EventNames.FIELD_BYTES)
        long bytes;
    }

    @Name(EventNames.NATIVE_FREE)
    @StackTrace(false)
    static final class Free extends Event {
        @Name(EventNames.FIELD_ADDRESS)
        long address;
    }

    private Lean() {}
}
