package renderer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/// Makes meshes in direct buffers. A healthy loader reuses the buffer of a mesh that was given back; with
/// [Fault#BUFFERS] every mesh gets a new one and only the GC frees it. Render thread only.
final class MeshLoader {

    /// Bytes of the largest mesh of a chunk.
    private static final int LARGEST = 136 * 113 * Mesh.STRIDE * Float.BYTES;

    private final boolean reuse;
    private final Account.Site site;
    private final Deque<ByteBuffer> spare = new ArrayDeque<>();

    MeshLoader(Scenario scenario, Account.Site site) {
        this.reuse = !scenario.has(Fault.BUFFERS);
        this.site = site;
    }

    /// A bumpy torus; `seed` makes its shape.
    Mesh load(int seed, int columns, int rows) {
        ByteBuffer memory = memory(columns * rows * Mesh.STRIDE * Float.BYTES);
        FloatBuffer vertices = memory.asFloatBuffer();
        for (int row = 0; row < rows; row++) {
            double phi = 2 * Math.PI * row / (rows - 1);
            double bump = 1 + 0.2 * Math.sin(phi * (3 + seed % 5));
            double ringX = Math.cos(phi);
            double ringZ = Math.sin(phi);
            for (int column = 0; column < columns; column++) {
                double theta = 2 * Math.PI * column / (columns - 1);
                double radius = 1.5 + 0.6 * bump * Math.cos(theta);
                int at = (row * columns + column) * Mesh.STRIDE;
                vertices.put(at, (float) (radius * ringX));
                vertices.put(at + 1, (float) (0.6 * bump * Math.sin(theta)));
                vertices.put(at + 2, (float) (radius * ringZ));
                vertices.put(at + 3, (float) column / (columns - 1));
                vertices.put(at + 4, (float) row / (rows - 1));
            }
        }
        return new Mesh(memory, vertices, columns, rows);
    }

    /// The mesh is not drawn any more.
    void giveBack(Mesh mesh) {
        if (reuse) {
            spare.add(mesh.memory());
        } else {
            site.forgot(mesh.memory().capacity());
        }
    }

    private ByteBuffer memory(int bytes) {
        ByteBuffer known = spare.poll();
        if (known != null) {
            return known;
        }
        // What is to be reused must fit every mesh.
        int capacity = reuse ? Math.max(bytes, LARGEST) : bytes;
        ByteBuffer fresh = ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
        site.took(capacity);
        return fresh;
    }
}
