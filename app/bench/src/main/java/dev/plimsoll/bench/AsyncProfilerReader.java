package dev.plimsoll.bench;

import java.nio.file.Path;
import one.jfr.JfrReader;
import one.jfr.event.Event;

/// async-profiler's reader, which only decodes: the two hot events are registered with classes of their own, as it
/// wants for events that it does not know.
final class AsyncProfilerReader implements ReaderRun.Reader {

    @Override
    public long read(Path file, Runnable picture) throws Exception {
        try (JfrReader reader = new JfrReader(file.toString())) {
            reader.registerEvent("plimsoll.NativeAllocation", Allocation.class);
            reader.registerEvent("plimsoll.NativeFree", Free.class);
            long events = 0;
            for (Event event = reader.readEvent(); event != null; event = reader.readEvent()) {
                events++;
            }
            return events;
        }
    }

    /// Fields in the order of the contract's class, behind start, duration, thread and stack.
    public static final class Allocation extends Event {
        final long address;
        final long bytes;
        final double weight;
        final String binding;
        final String kind;
        final String ownerClass;

        public Allocation(JfrReader reader) {
            super(reader.getVarlong(), (int) (reader.getVarlong() * 0) + reader.getVarint(), reader.getVarint());
            address = reader.getVarlong();
            bytes = reader.getVarlong();
            weight = reader.getDouble();
            binding = reader.getString();
            kind = reader.getString();
            ownerClass = reader.getString();
        }
    }

    /// As above.
    public static final class Free extends Event {
        final long address;
        final String binding;
        final String cause;

        public Free(JfrReader reader) {
            super(reader.getVarlong(), (int) (reader.getVarlong() * 0) + reader.getVarint(), reader.getVarint());
            address = reader.getVarlong();
            binding = reader.getString();
            cause = reader.getString();
        }
    }
}
