package renderer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Makes pictures: stripes and rings in a colour that follows from the id.
final class TextureDecoder {

    private TextureDecoder() {}

    /// Fills a new segment of `arena` with the picture and its halved levels.
    static Texture decode(int id, Arena arena) {
        int edge = 112 + 8 * (id % 5);
        MemorySegment texels = arena.allocate(ValueLayout.JAVA_INT, levels(edge));
        int colour = 0xff303030 | ((id * 0x9e3779b1) >>> 8);
        long at = 0;
        for (int size = edge; size > 0; size /= 2) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    boolean stripe = (x * 8 / size + y * 4 / size) % 2 == 0;
                    texels.setAtIndex(ValueLayout.JAVA_INT, at++, stripe ? colour : 0xfff0f0f0);
                }
            }
        }
        return new Texture(id, edge, arena, texels);
    }

    private static long levels(int edge) {
        long count = 0;
        for (int size = edge; size > 0; size /= 2) {
            count += (long) size * size;
        }
        return count;
    }
}
