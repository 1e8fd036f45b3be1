package dev.plimsoll.jfr.probe.v1;

/**
 * What numbers of OpenGL mean, for the bytes of buffers and textures. The numbers are those of the registry's gl.xml
 * (Khronos); the sizes are the formats' own, what a driver adds or packs is not in them.
 */
public final class Textures {

    private static final int FACE_OF_CUBE = 0x8515;

    /** Target and the state that tells what is bound to it. */
    private static final int[][] BOUND = {
        {0x8892, 0x8894}, // ARRAY_BUFFER
        {0x8893, 0x8895}, // ELEMENT_ARRAY_BUFFER
        {0x88EB, 0x88ED}, // PIXEL_PACK_BUFFER
        {0x88EC, 0x88EF}, // PIXEL_UNPACK_BUFFER
        {0x8A11, 0x8A28}, // UNIFORM_BUFFER
        {0x8C2A, 0x8C2A}, // TEXTURE_BUFFER
        {0x8C8E, 0x8C8F}, // TRANSFORM_FEEDBACK_BUFFER
        {0x8F36, 0x8F36}, // COPY_READ_BUFFER
        {0x8F37, 0x8F37}, // COPY_WRITE_BUFFER
        {0x8F3F, 0x8F43}, // DRAW_INDIRECT_BUFFER
        {0x90D2, 0x90D3}, // SHADER_STORAGE_BUFFER
        {0x90EE, 0x90EF}, // DISPATCH_INDIRECT_BUFFER
        {0x9192, 0x9193}, // QUERY_BUFFER
        {0x92C0, 0x92C1}, // ATOMIC_COUNTER_BUFFER
        {0x0DE0, 0x8068}, // TEXTURE_1D
        {0x0DE1, 0x8069}, // TEXTURE_2D
        {0x806F, 0x806A}, // TEXTURE_3D
        {0x84F5, 0x84F6}, // TEXTURE_RECTANGLE
        {0x8513, 0x8514}, // TEXTURE_CUBE_MAP
        {0x8C18, 0x8C1C}, // TEXTURE_1D_ARRAY
        {0x8C1A, 0x8C1D}, // TEXTURE_2D_ARRAY
        {0x9009, 0x900A}, // TEXTURE_CUBE_MAP_ARRAY
        {0x8D41, 0x8CA7}, // RENDERBUFFER
    };

    /** Bytes of a texel, and the formats that have so many. */
    private static final int[][] TEXEL = {
        {1, 0x8229, 0x1903, 0x1906, 0x1909, 0x803C, 0x8040, 0x8231, 0x8232, 0x8F94, 0x8D48},
        {2, 0x822B, 0x8227, 0x822A, 0x822D, 0x8233, 0x8234, 0x190A, 0x8D62, 0x8056, 0x8057, 0x81A5, 0x8237, 0x8238},
        {3, 0x8051, 0x1907, 0x8C41, 0x8D7D, 0x8D8F, 0x81A6},
        {
            4, 0x8058, 0x1908, 0x8C43, 0x8D7C, 0x8D8E, 0x8059, 0x906F, 0x822C, 0x822F, 0x8239, 0x823A, 0x822E, 0x8235,
            0x8236, 0x8C3A, 0x8C3D, 0x8CAC, 0x81A7, 0x88F0, 0x84F9, 0x1902, 0x8F97
        },
        {5, 0x8CAD},
        {6, 0x8054, 0x881B, 0x8D77, 0x8D89},
        {8, 0x805B, 0x881A, 0x8D76, 0x8D88, 0x8230, 0x823B, 0x823C},
        {12, 0x8815, 0x8D71, 0x8D83},
        {16, 0x8814, 0x8D70, 0x8D82},
    };

    private Textures() {}

    /** The state that tells what is bound to a target, 0 for a target that is not known. */
    public static int boundBy(int target) {
        if (target >= FACE_OF_CUBE && target < FACE_OF_CUBE + 6) {
            return 0x8514;
        }
        for (int[] pair : BOUND) {
            if (pair[0] == target) {
                return pair[1];
            }
        }
        return 0;
    }

    /** Bytes of one level of a texture, 0 when the format is compressed or not known. */
    public static long bytes(int format, int width, int height, int depth) {
        for (int[] formats : TEXEL) {
            for (int i = 1; i < formats.length; i++) {
                if (formats[i] == format) {
                    return (long) formats[0] * Math.max(0, width) * Math.max(0, height) * Math.max(0, depth);
                }
            }
        }
        return 0;
    }

    /** Bytes of all levels of a two-dimensional texture, each half as wide and high as the one before. */
    public static long levels(int levels, int format, int width, int height) {
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            sum += bytes(format, Math.max(1, width >> i), Math.max(1, height >> i), 1);
        }
        return sum;
    }

    /** A level to {@link Handles#stored}: faces of a cube after the first are added as levels are. */
    public static int level(int target, int level) {
        return level == 0 && target > FACE_OF_CUBE && target < FACE_OF_CUBE + 6 ? 1 : level;
    }
}
