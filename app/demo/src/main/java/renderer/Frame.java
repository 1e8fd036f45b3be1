package renderer;

/// One picture being drawn.
///
/// @param number counts from 0
/// @param seconds since the first frame, at sixty frames a second
/// @param target where pixels go
record Frame(long number, double seconds, FrameBuffer target) {}
