package dev.plimsoll.ui.kit;

/// Where rows and shares stand on the canvas. Logical pixels, snapped to device pixels so that edges stay sharp.
///
/// @param left first pixel of the root
/// @param width pixels of the root
/// @param height of the canvas
/// @param rowHeight with the gap of one pixel
/// @param rows in the layout
/// @param scroll pixels of the content above the canvas
/// @param rootOnTop icicle; else the root stands at the foot
/// @param device device pixels per logical pixel
public record FlameScale(
        double left,
        double width,
        double height,
        double rowHeight,
        int rows,
        double scroll,
        boolean rootOnTop,
        double device) {

    public double contentHeight() {
        return rows * rowHeight;
    }

    public double furthestScroll() {
        return Math.max(0, contentHeight() - height);
    }

    public double x(double share) {
        return Math.round((left + share * width) * device) / device;
    }

    public double y(int depth) {
        double top = rootOnTop ? depth * rowHeight : Math.max(height, contentHeight()) - (depth + 1) * rowHeight;
        return Math.round((top - scroll) * device) / device;
    }

    public double shareAt(double x) {
        return width <= 0 ? -1 : (x - left) / width;
    }

    /// The row at a height; outside 0..rows-1 when there is none.
    public int depthAt(double y) {
        double down = y + scroll;
        return rootOnTop
                ? (int) Math.floor(down / rowHeight)
                : (int) Math.floor((Math.max(height, contentHeight()) - down) / rowHeight);
    }

    /// The scroll at which the row is wholly seen, as near to the present one as can be.
    public double scrollTo(int depth) {
        double top = Math.max(0, y(depth) + scroll);
        // In a graph lower than a row the row's upper end counts.
        return Math.clamp(scroll, Math.min(top, Math.max(0, top + rowHeight - height)), top);
    }
}
