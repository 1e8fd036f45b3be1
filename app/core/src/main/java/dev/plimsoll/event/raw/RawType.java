package dev.plimsoll.event.raw;

import java.util.List;

/// An event type of a recording.
///
/// @param name for example `jdk.GarbageCollection`
/// @param label for people, or the name when there is none
/// @param fields in the order of the recording
/// @param events number of events
/// @param bytes of the file that they take
public record RawType(String name, String label, List<RawField> fields, long events, long bytes) {}
