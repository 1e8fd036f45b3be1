package dev.plimsoll.recording;

import dev.plimsoll.recording.chunk.EventFields;
import java.time.Duration;
import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import org.jspecify.annotations.Nullable;

/// An event of the JDK's reader, or a part of one, field by field. Used again for the next event. One thread, the one
/// that interns.
final class RecordedFields implements EventFields {

    private final StackDecoder stacks;
    private @Nullable RecordedObject object;

    RecordedFields(StackDecoder stacks) {
        this.stacks = stacks;
    }

    EventFields at(RecordedObject next) {
        object = next;
        return this;
    }

    private RecordedObject object() {
        if (object == null) {
            throw new IllegalStateException("no event yet");
        }
        return object;
    }

    private RecordedEvent event() {
        return (RecordedEvent) object();
    }

    @Override
    public String name() {
        return event().getEventType().getName();
    }

    @Override
    public boolean has(String field) {
        return object().hasField(field);
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
        return object().getLong(field);
    }

    @Override
    public double real(String field) {
        return object().getDouble(field);
    }

    @Override
    public boolean flag(String field) {
        return object().getBoolean(field);
    }

    @Override
    public @Nullable String word(String field) {
        return object().getString(field);
    }

    @Override
    public @Nullable EventFields part(String field) {
        RecordedObject part = object().getValue(field);
        return part == null ? null : new RecordedFields(stacks).at(part);
    }

    @Override
    public long span(String field) {
        return known(object().getDuration(field));
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
