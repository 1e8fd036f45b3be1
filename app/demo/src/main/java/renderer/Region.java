package renderer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the world that holds a fixed number of chunks; a new one pushes out the oldest.
final class Region {

    private final int number;
    private final int capacity;
    private final MeshLoader meshes;
    private final MeshLoader details;
    private final TextureCache textures;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private @Nullable Mesh near;

    Region(int number, int capacity, MeshLoader meshes, MeshLoader details, TextureCache textures) {
        this.number = number;
        this.capacity = capacity;
        this.meshes = meshes;
        this.details = details;
        this.textures = textures;
    }

    void stream(int step) {
        if (chunks.size() == capacity) {
            chunks.removeFirst().unload(meshes);
        }
        chunks.addLast(Chunk.load(step, meshes));
    }

    /// The camera came near: the first chunk gets a finer mesh, which replaces that of whoever was near before.
    void refine(int step) {
        if (near != null) {
            details.giveBack(near);
        }
        near = details.load(step, 72 + step % 7, 61);
    }

    void collect(Frame frame, List<DrawCommand> commands) {
        int place = 0;
        for (Chunk chunk : chunks) {
            Mesh shape = place == 0 && near != null ? near : chunk.mesh();
            chunk.collect(frame, shape, number, place++, textures, commands);
        }
    }
}
