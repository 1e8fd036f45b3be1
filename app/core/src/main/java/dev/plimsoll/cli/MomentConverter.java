package dev.plimsoll.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/// A moment as the time since the start: as [DurationConverter] reads it, and 0.
final class MomentConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        return value.matches("0+(ms|s|m|h)?") ? Duration.ZERO : new DurationConverter().convert(value);
    }
}
