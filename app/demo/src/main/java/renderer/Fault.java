package renderer;

/// A mistake that the renderer makes on purpose.
enum Fault {
    /// A comparator is handed to native code in every frame and its stub is never released.
    CALLBACKS,
    /// A texture is evicted and its arena forgotten instead of closed.
    ARENA,
    /// Meshes live in direct buffers that nobody frees: the GC has to come by.
    BUFFERS,
    /// Glyphs are kept under a key that never comes again.
    MAP
}
