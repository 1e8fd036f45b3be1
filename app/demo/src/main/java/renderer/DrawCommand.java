package renderer;

/// One mesh at one place.
///
/// @param mesh what
/// @param texture what is on it
/// @param angle of its turn, radians
/// @param x centre, pixels
/// @param y centre, pixels
/// @param depth larger is farther
record DrawCommand(Mesh mesh, Texture texture, float angle, float x, float y, float depth) {

    /// Every nth vertex is used: the objects are small on the screen.
    private static final int STEP = 24;

    void draw(FrameBuffer target) {
        Rasterizer rasterizer = new Rasterizer(target);
        Turn turn = Turn.by(angle);
        for (int row = 0; row + STEP < mesh.rows(); row += STEP) {
            for (int column = 0; column + STEP < mesh.columns(); column += STEP) {
                int at = row * mesh.columns() + column;
                Vertex a = Vertex.project(this, turn, at, target);
                Vertex b = Vertex.project(this, turn, at + STEP, target);
                Vertex c = Vertex.project(this, turn, at + STEP * mesh.columns(), target);
                Vertex d = Vertex.project(this, turn, at + STEP * mesh.columns() + STEP, target);
                rasterizer.triangle(a, b, c, texture);
                rasterizer.triangle(b, d, c, texture);
            }
        }
    }

    /// A turn about the upright axis.
    record Turn(float sin, float cos) {

        static Turn by(float angle) {
            return new Turn((float) Math.sin(angle), (float) Math.cos(angle));
        }
    }
}
