package renderer;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/// A grid of vertices in a direct buffer: x, y, z, u, v, then room for normals and colours.
///
/// @param memory the buffer that owns the memory; it may be larger than the grid
/// @param vertices a view of it
/// @param columns vertices per row
/// @param rows rows of vertices
record Mesh(ByteBuffer memory, FloatBuffer vertices, int columns, int rows) {

    static final int STRIDE = 16;

    float x(int index) {
        return vertices.get(index * STRIDE);
    }

    float y(int index) {
        return vertices.get(index * STRIDE + 1);
    }

    float z(int index) {
        return vertices.get(index * STRIDE + 2);
    }

    float u(int index) {
        return vertices.get(index * STRIDE + 3);
    }

    float v(int index) {
        return vertices.get(index * STRIDE + 4);
    }
}
