package renderer;

import java.util.concurrent.locks.LockSupport;

/// Draws sixty frames a second off screen, or a given number as fast as they come.
final class Renderer {

    private static final long FRAME_NANOS = 1_000_000_000L / 60;

    private final FrameBuffer frameBuffer = new FrameBuffer(256, 144);
    private final long frames;
    private final AudioMixer audio;
    private final World world;
    private final FrameGraph graph;
    private volatile boolean stopping;
    private volatile boolean failed;

    Renderer(Scenario scenario, long frames, Account account) {
        this.frames = frames;
        TextureCache textures = new TextureCache(scenario, account.site("memory", "renderer.TextureCache.upload"));
        MeshLoader meshes = new MeshLoader(scenario, account.site("memory", "renderer.MeshLoader.load"));
        GlyphCache glyphs = new GlyphCache(scenario, account.site("memory", "renderer.GlyphCache.glyph"));
        DrawSorter sorter = new DrawSorter(scenario, account.site("callback", "renderer.DrawSorter.sort"));
        UniformRing uniforms = new UniformRing(account.site("memory", "renderer.UniformRing.write"));
        MeshLoader details = new MeshLoader(scenario, account.site("memory", "renderer.MeshLoader.load, details"));
        ParticleSystem particles = new ParticleSystem(account.site("memory", "renderer.ParticleSystem.emit"));
        audio = new AudioMixer(new SoundBank(account.site("memory", "renderer.SoundBank.decode")));
        world = new World(meshes, details, textures);
        graph = new FrameGraph()
                .pass(new SkyPass(textures))
                .pass(new GeometryPass(world, sorter, uniforms))
                .pass(new ParticlePass(particles))
                .pass(new OverlayPass(glyphs));
    }

    /// Draws until [#stop()] or the last frame. The calling thread is the render thread.
    void run() {
        audio.start();
        long due = System.nanoTime();
        try {
            for (long number = 0; !stopping && (frames == 0 || number < frames); number++) {
                graph.run(new Frame(number, number / 60.0, frameBuffer));
                if (frames == 0) {
                    due = rest(due + FRAME_NANOS);
                }
            }
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        } finally {
            world.close();
            audio.close();
        }
    }

    /// Waits until `due`, and returns it, or the present when that is later: lost frames are not caught up.
    private static long rest(long due) {
        long spare = due - System.nanoTime();
        if (spare <= 0) {
            return System.nanoTime();
        }
        LockSupport.parkNanos(spare);
        return due;
    }

    void stop() {
        stopping = true;
    }

    boolean failed() {
        return failed;
    }
}
