package dev.plimsoll.recording;

import dev.plimsoll.recording.chunk.EventFields;
import java.time.Duration;
import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// An event of the JDK's reader, field by field. Used again for the next event. One thread, the one that interns.
final class RecordedFields implements EventFields {

    private final StackDecoder stacks;
    private @Nullable RecordedEvent event;

    RecordedFields(StackDecoder stacks) {
        this.stacks = stacks;
    }

    EventFields at(RecordedEvent next) {
        event = next;
        return this;
    }

    private RecordedEvent event() {
        if (event == null) {
            throw new IllegalStateException("no event yet");
        }
        return event;
    }

    @Override
    public String name() {
        return event().getEventType().getName();
    }

    @Override
    public boolean has(String field) {
        return event().hasField(field);
    }

    @Override
    public long time() {
        Instant start = event().getStartTime();
        return start.getEpochSecond() * 1_000_000_000 + start.getNano();
    }

    @Override
    public long duration() {
        return known(event().getDuration());
    }

    @Override
    public long number(String field) {
        return event().getLong(field);
    }

    @Override
    public double real(String field) {
        return event().getDouble(field);
    }

    @Override
    public boolean flag(String field) {
        return event().getBoolean(field);
    }

    @Override
    public @Nullable String word(String field) {
        return event().getString(field);
    }

    @Override
    public long span(String field) {
        return known(event().getDuration(field));
    }

    @Override
    public int stack() {
        return stacks.id(event().getStackTrace());
    }

    /// A length that the recorder marks as unknown is 0.
    private static long known(Duration length) {
        return length.isNegative() || length.getSeconds() > Integer.MAX_VALUE ? 0 : length.toNanos();
    }
}
