package renderer;

import java.util.List;

/// Draws the world from front to back.
final class GeometryPass implements Pass {

    private final World world;
    private final DrawSorter sorter;
    private final UniformRing uniforms;

    GeometryPass(World world, DrawSorter sorter, UniformRing uniforms) {
        this.world = world;
        this.sorter = sorter;
        this.uniforms = uniforms;
    }

    @Override
    public void render(Frame frame) {
        List<DrawCommand> commands = world.advance(frame);
        for (int index : sorter.sort(commands)) {
            commands.get(index).draw(frame.target());
        }
        uniforms.write(frame, commands);
    }
}
