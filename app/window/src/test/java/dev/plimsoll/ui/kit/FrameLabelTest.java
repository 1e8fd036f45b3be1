package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import org.junit.jupiter.api.Test;

final class FrameLabelTest {

    private static final Frame UPLOAD = new Frame("com.acme.render.TextureCache", "upload", 214, FrameKind.JAVA);

    @Test
    void takesTheWidestStepThatFits() {
        assertEquals("com.acme.render.TextureCache.upload", FrameLabel.fit(UPLOAD, 35));
        assertEquals("c.a.r.TextureCache.upload", FrameLabel.fit(UPLOAD, 34));
        assertEquals("TextureCache.upload", FrameLabel.fit(UPLOAD, 24));
        assertEquals("upload", FrameLabel.fit(UPLOAD, 18));
        assertEquals("uplo…", FrameLabel.fit(UPLOAD, 5));
        assertEquals("", FrameLabel.fit(UPLOAD, 1));
    }

    @Test
    void nativeFramesHaveOnlyTheirSymbol() {
        Frame malloc = new Frame("libc.so.6", "je_malloc_default", -1, FrameKind.NATIVE);
        assertEquals("je_malloc_default", FrameLabel.fit(malloc, 40));
        assertEquals("je_mal…", FrameLabel.fit(malloc, 7));
    }
}
