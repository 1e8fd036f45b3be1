package dev.plimsoll.ui.timeline;

/// Where the lanes of the strip lie, in logical pixels from its top; each lane ends with a line.
///
/// @param width of the strip
/// @param gutter width of the part with names and values
/// @param callbacks whether the callback lane is shown
record StripLayout(double width, double gutter, boolean callbacks) {

    static final double AXIS_BOTTOM = 19;
    static final double MEMORY_TOP = 20;
    static final double MEMORY_BOTTOM = 78;
    static final double NATIVE_BOTTOM = 119;
    private static final double CALLBACK_HEIGHT = 16;
    private static final double GC_HEIGHT = 18;

    static final double NARROW = 1200;

    static StripLayout of(double width, double windowHeight) {
        boolean narrow = width < NARROW;
        return new StripLayout(width, narrow ? 112 : 132, !narrow && windowHeight >= 760);
    }

    /// 155, or less without the callback lane.
    double height() {
        return gcBottom() + 1;
    }

    double callbacksBottom() {
        return callbacks ? NATIVE_BOTTOM + CALLBACK_HEIGHT : NATIVE_BOTTOM;
    }

    double gcBottom() {
        return callbacksBottom() + GC_HEIGHT + 1;
    }

    /// Middle of the GC marks.
    double gcMiddle() {
        return callbacksBottom() + GC_HEIGHT / 2 + 0.5;
    }

    /// Width of what has a time; 12 px are left free at the right.
    double dataWidth() {
        return Math.max(1, width - gutter - 12);
    }
}
