package renderer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What there is to draw: regions, full from the start, of chunks that come and go as the camera flies. Render thread
/// only.
final class World implements AutoCloseable {

    private static final int REGIONS = 4;
    private static final int CHUNKS = 9;
    /// Six chunks a second.
    private static final int FRAMES_PER_CHUNK = 10;
    /// Somebody comes near something every half second.
    private static final int FRAMES_PER_DETAIL = 30;

    private final List<Region> regions = new ArrayList<>();
    private final TextureCache textures;
    private final ExecutorService prefetcher = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("texture-prefetch").unstarted(task));

    World(MeshLoader meshes, MeshLoader details, TextureCache textures) {
        this.textures = textures;
        for (int i = 0; i < REGIONS; i++) {
            regions.add(new Region(i, CHUNKS, meshes, details, textures));
        }
        for (int step = 0; step < REGIONS * CHUNKS; step++) {
            regions.get(step % REGIONS).stream(step);
        }
    }

    /// Moves the camera and says what is in sight.
    List<DrawCommand> advance(Frame frame) {
        if (frame.number() % FRAMES_PER_CHUNK == 0) {
            int step = REGIONS * CHUNKS + (int) (frame.number() / FRAMES_PER_CHUNK);
            regions.get(step % REGIONS).stream(step);
            int next = Chunk.textureOf(step + REGIONS);
            prefetcher.execute(() -> textures.prefetch(next));
        }
        if (frame.number() % FRAMES_PER_DETAIL == 0) {
            int step = (int) (frame.number() / FRAMES_PER_DETAIL);
            regions.get(step % REGIONS).refine(step);
        }
        List<DrawCommand> commands = new ArrayList<>();
        for (Region region : regions) {
            region.collect(frame, commands);
        }
        return commands;
    }

    @Override
    public void close() {
        prefetcher.shutdown();
    }
}
