package dev.plimsoll.ui.callback;

import dev.plimsoll.event.Frame;
import org.jspecify.annotations.Nullable;

/// The line that registered callbacks, as it stays while their number changes.
///
/// @param binding name
/// @param frame the line, or null when no stack was recorded
record CallbackId(String binding, @Nullable Frame frame) {}
