package renderer;

/// Fills triangles by edge functions.
final class Rasterizer {

    private final FrameBuffer target;

    Rasterizer(FrameBuffer target) {
        this.target = target;
    }

    /// Corners in pixels; both windings are drawn.
    void triangle(Vertex a, Vertex b, Vertex c, Texture texture) {
        float area = edge(a, b, c.x(), c.y());
        if (Math.abs(area) < 0.5f) {
            return;
        }
        float unit = 1 / area;
        int left = Math.max(0, (int) Math.min(a.x(), Math.min(b.x(), c.x())));
        int right = Math.min(target.width() - 1, (int) Math.max(a.x(), Math.max(b.x(), c.x())));
        int top = Math.max(0, (int) Math.min(a.y(), Math.min(b.y(), c.y())));
        int bottom = Math.min(target.height() - 1, (int) Math.max(a.y(), Math.max(b.y(), c.y())));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                float wa = edge(b, c, x, y) * unit;
                float wb = edge(c, a, x, y) * unit;
                float wc = 1 - wa - wb;
                if (wa >= 0 && wb >= 0 && wc >= 0) {
                    float z = wa * a.z() + wb * b.z() + wc * c.z();
                    float u = wa * a.u() + wb * b.u() + wc * c.u();
                    float v = wa * a.v() + wb * b.v() + wc * c.v();
                    target.plot(x, y, z, texture.texel(u, v));
                }
            }
        }
    }

    private static float edge(Vertex from, Vertex to, float x, float y) {
        return (to.x() - from.x()) * (y - from.y()) - (to.y() - from.y()) * (x - from.x());
    }
}
