package renderer;

import java.util.List;

/// One object of the world.
///
/// @param step when it came, counted in chunks
/// @param mesh its shape
record Chunk(int step, Mesh mesh) {

    static Chunk load(int step, MeshLoader meshes) {
        return new Chunk(step, meshes.load(step, 120 + step % 17, 101 + step % 13));
    }

    /// Every chunk has a texture that no other has had for a long while.
    static int textureOf(int step) {
        return step % 4099;
    }

    void unload(MeshLoader meshes) {
        meshes.giveBack(mesh);
    }

    /// @param shape the mesh, or a finer one
    void collect(Frame frame, Mesh shape, int region, int place, TextureCache textures, List<DrawCommand> commands) {
        float angle = (float) (frame.seconds() * 0.7 + step);
        float x = (place + 0.5f) * frame.target().width() / 9;
        float y = (region + 0.5f) * frame.target().height() / 4;
        float depth = (float) (2 + Math.sin(angle) + 0.01 * place);
        commands.add(new DrawCommand(shape, textures.get(textureOf(step)), angle, x, y, depth));
    }
}
