package dev.plimsoll.cli;

import java.util.Locale;

/// What the renderer does wrong.
enum DemoScenario {
    /// Everything below at once.
    ALL,
    /// A callback registered per frame and never released.
    CALLBACKS,
    /// An arena lost without close.
    ARENA,
    /// Direct buffers that only the GC frees.
    BUFFERS,
    /// A map of buffers that only grows.
    MAP,
    /// Nothing.
    HEALTHY;

    /// The word of the command line.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
