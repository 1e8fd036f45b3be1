package renderer;

/// A corner after projection.
///
/// @param x pixels
/// @param y pixels
/// @param z depth, smaller is nearer
/// @param u texture coordinate, 0..1
/// @param v texture coordinate, 0..1
record Vertex(float x, float y, float z, float u, float v) {

    /// Turns a vertex of a command's mesh, puts it in its place and projects it.
    static Vertex project(DrawCommand command, DrawCommand.Turn turn, int index, FrameBuffer target) {
        Mesh mesh = command.mesh();
        float x = mesh.x(index) * turn.cos() + mesh.z(index) * turn.sin();
        float z = 6 * command.depth() + mesh.z(index) * turn.cos() - mesh.x(index) * turn.sin();
        float scale = 0.6f * target.height() / (4 + z);
        return new Vertex(
                command.x() + x * scale, command.y() + mesh.y(index) * scale, z, mesh.u(index), mesh.v(index));
    }
}
