package renderer;

/// Paints what lies behind everything: a picture that changes with the time of day.
final class SkyPass implements Pass {

    private static final int FRAMES_PER_PICTURE = 90;
    /// Apart from the ids of chunks.
    private static final int FIRST_TEXTURE = 10_000;

    private final TextureCache textures;

    SkyPass(TextureCache textures) {
        this.textures = textures;
    }

    @Override
    public void render(Frame frame) {
        Texture sky = textures.get(FIRST_TEXTURE + (int) (frame.number() / FRAMES_PER_PICTURE) % 997);
        FrameBuffer target = frame.target();
        for (int y = 0; y < target.height(); y += 2) {
            int colour = sky.texel(0.5f, (float) y / target.height());
            for (int x = (y / 2) % 4; x < target.width(); x += 4) {
                target.plot(x, y, 1e6f, colour);
            }
        }
    }
}
