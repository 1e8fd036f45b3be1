package renderer;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Pictures of letters at a sub-pixel place. A healthy cache rounds the place to a quarter and has
/// every letter that is used from the start; with [Fault#MAP] it is
/// the key as it came, which never comes again. Render thread only.
final class GlyphCache {

    /// A demonstration that runs overnight must not run out of direct memory.
    private static final int MOST_GLYPHS = 1_500;

    private final boolean round;
    private final Account.Site site;
    private final Map<GlyphKey, Glyph> glyphs = new HashMap<>();

    GlyphCache(Scenario scenario, Account.Site site) {
        this.round = !scenario.has(Fault.MAP);
        this.site = site;
        if (round) {
            for (char letter : "0123456789.".toCharArray()) {
                for (int quarter = 0; quarter <= 4; quarter++) {
                    glyph(letter, quarter / 4f);
                }
            }
        }
    }

    Glyph glyph(char letter, float offset) {
        boolean coarse = round || glyphs.size() >= MOST_GLYPHS;
        GlyphKey key = new GlyphKey(letter, coarse ? Math.round(offset * 4) / 4f : offset);
        Glyph known = glyphs.get(key);
        if (known != null) {
            return known;
        }
        Glyph fresh = rasterize(key);
        glyphs.put(key, fresh);
        return fresh;
    }

    private Glyph rasterize(GlyphKey key) {
        int edge = 112 + key.letter() % 16;
        ByteBuffer coverage = ByteBuffer.allocateDirect(edge * edge);
        site.took(coverage.capacity());
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                double ring = Math.abs(Math.hypot(x - edge / 2.0 - key.offset(), y - edge / 2.0) - edge / 3.0);
                boolean stroke = ((key.letter() >> (x * 7 / edge)) & 1) == 1 && y > edge / 4;
                coverage.put(y * edge + x, (byte) (ring < 6 || stroke ? 255 : 0));
            }
        }
        return new Glyph(edge, coverage);
    }

    /// @param letter what
    /// @param offset horizontal place inside the pixel, 0..1
    record GlyphKey(char letter, float offset) {}

    /// @param edge samples on a side; ten to a pixel
    /// @param coverage 0 or 255 each
    record Glyph(int edge, ByteBuffer coverage) {

        private static final int SAMPLES = 10;

        void draw(FrameBuffer target, int left, int top) {
            for (int y = 0; y < edge / SAMPLES; y++) {
                for (int x = 0; x < edge / SAMPLES; x++) {
                    if (coverage.get(y * SAMPLES * edge + x * SAMPLES) != 0) {
                        target.plot(left + x, top + y, 0, 0xffffffff);
                    }
                }
            }
        }
    }
}
