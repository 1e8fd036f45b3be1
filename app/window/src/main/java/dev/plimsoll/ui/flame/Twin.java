package dev.plimsoll.ui.flame;

/// How the page shows its tree.
enum Twin {
    /// The canvas.
    GRAPH,
    /// The table.
    TREE,
    /// One method between its callers and what it calls, two canvases.
    SANDWICH
}
