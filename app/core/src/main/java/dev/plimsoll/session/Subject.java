package dev.plimsoll.session;

/// What is being looked at.
///
/// @param name main class or file name, short enough for the target bar
/// @param pid process id, or -1 when unknown
/// @param jvm for example `JDK 25.0.3`
/// @param arguments JVM arguments, possibly empty
/// @param collector for example `G1`, empty when unknown
/// @param source file of a recording, or the empty string for a live target
public record Subject(String name, long pid, String jvm, String arguments, String collector, String source) {}
