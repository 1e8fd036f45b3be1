package dev.plimsoll.ui.flame;

/// What the fill of a frame means.
enum ColourBy {
    /// Java, binding layer, native, VM.
    SIDE,
    /// The binding of the allocations below.
    BINDING,
    /// The package of the frame's class.
    PACKAGE
}
