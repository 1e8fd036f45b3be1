package renderer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A square picture in an arena of its own, with its smaller levels behind it.
///
/// @param id which picture
/// @param edge texels on a side
/// @param arena closes when the texture is released
/// @param texels 0xAARRGGBB
record Texture(int id, int edge, Arena arena, MemorySegment texels) {

    /// The texel at `u`, `v` in 0..1 of the largest level.
    int texel(float u, float v) {
        int x = Math.min(edge - 1, Math.max(0, (int) (u * edge)));
        int y = Math.min(edge - 1, Math.max(0, (int) (v * edge)));
        return texels.getAtIndex(ValueLayout.JAVA_INT, (long) y * edge + x);
    }

    long bytes() {
        return texels.byteSize();
    }
}
