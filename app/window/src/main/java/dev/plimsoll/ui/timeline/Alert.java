package dev.plimsoll.ui.timeline;

import dev.plimsoll.finding.Severity;

/// A pin on the axis.
///
/// @param time nanoseconds since the epoch when the verdict was first given
/// @param severity its colour and sign
/// @param sentence what it says
/// @param index position of the finding in the snapshot's list
public record Alert(long time, Severity severity, String sentence, int index) {}
