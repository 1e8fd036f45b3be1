package renderer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// The picture being drawn (0xAARRGGBB and depth) and, off heap, the last one that was finished. Lives as long as the
/// process. Render thread only.
final class FrameBuffer {

    private final int width;
    private final int height;
    private final int[] colour;
    private final float[] depth;
    private final MemorySegment shown;

    FrameBuffer(int width, int height) {
        this.width = width;
        this.height = height;
        colour = new int[width * height];
        depth = new float[width * height];
        shown = Arena.global().allocate(ValueLayout.JAVA_INT, colour.length);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void clear() {
        Arrays.fill(colour, 0xff181818);
        Arrays.fill(depth, Float.MAX_VALUE);
    }

    /// Sets a pixel when it is nearer than what is there. The coordinates must be inside.
    void plot(int x, int y, float z, int argb) {
        int index = y * width + x;
        if (z < depth[index]) {
            depth[index] = z;
            colour[index] = argb;
        }
    }

    /// The picture is finished.
    void present() {
        MemorySegment.copy(colour, 0, shown, ValueLayout.JAVA_INT, 0, colour.length);
    }
}
