package renderer;

import java.util.Locale;

/// Writes the time of the frame into the corner.
final class OverlayPass implements Pass {

    private static final int FRAMES_PER_TEXT = 36;

    private final GlyphCache glyphs;
    private String text = "";
    private float offset;

    OverlayPass(GlyphCache glyphs) {
        this.glyphs = glyphs;
    }

    @Override
    public void render(Frame frame) {
        if (frame.number() % FRAMES_PER_TEXT == 0) {
            text = String.format(Locale.ROOT, "%06.1f", frame.seconds());
            offset = (float) (0.5 + 0.5 * Math.sin(frame.seconds()));
        }
        for (int i = 0; i < text.length(); i++) {
            glyphs.glyph(text.charAt(i), offset).draw(frame.target(), 8 + 14 * i, 8);
        }
    }
}
