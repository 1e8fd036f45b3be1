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
        {0x9100, 0x9104}, // TEXTURE_2D_MULTISAMPLE
        {0x9102, 0x9105}, // TEXTURE_2D_MULTISAMPLE_ARRAY
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

    /** Width and height of a block of texels, its bytes, and the compressed formats that have such. */
    private static final int[][] COMPRESSED = {
        {4, 4, 8, 0x83F0, 0x83F1, 0x8C4C, 0x8C4D, 0x8DBB, 0x8DBC, 0x9270, 0x9271, 0x9274, 0x9275, 0x9276, 0x9277},
        {
            4, 4, 16, 0x83F2, 0x83F3, 0x8C4E, 0x8C4F, 0x8DBD, 0x8DBE, 0x8E8C, 0x8E8D, 0x8E8E, 0x8E8F, 0x9272, 0x9273,
            0x9278, 0x9279
        },
        {4, 4, 16, 0x93B0, 0x93D0},
        {5, 4, 16, 0x93B1, 0x93D1},
        {5, 5, 16, 0x93B2, 0x93D2},
        {6, 5, 16, 0x93B3, 0x93D3},
        {6, 6, 16, 0x93B4, 0x93D4},
        {8, 5, 16, 0x93B5, 0x93D5},
        {8, 6, 16, 0x93B6, 0x93D6},
        {8, 8, 16, 0x93B7, 0x93D7},
        {10, 5, 16, 0x93B8, 0x93D8},
        {10, 6, 16, 0x93B9, 0x93D9},
        {10, 8, 16, 0x93BA, 0x93DA},
        {10, 10, 16, 0x93BB, 0x93DB},
        {12, 10, 16, 0x93BC, 0x93DC},
        {12, 12, 16, 0x93BD, 0x93DD},
    };

    private static final int ONE_DIMENSION = 0x0DE0;
    private static final int ARRAY_OF_ONE_DIMENSION = 0x8C18;
    private static final int THREE_DIMENSIONS = 0x806F;
    private static final int CUBE = 0x8513;

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

    /** Bytes of one level of a texture, -1 when the format is not known. */
    public static long bytes(int format, int width, int height, int depth) {
        long w = Math.max(0, width);
        long h = Math.max(0, height);
        long d = Math.max(0, depth);
        for (int[] formats : TEXEL) {
            if (has(formats, 1, format)) {
                return formats[0] * w * h * d;
            }
        }
        for (int[] formats : COMPRESSED) {
            if (has(formats, 3, format)) {
                long across = (w + formats[0] - 1) / formats[0];
                long down = (h + formats[1] - 1) / formats[1];
                return formats[2] * across * down * d;
            }
        }
        return -1;
    }

    private static boolean has(int[] formats, int from, int format) {
        for (int i = from; i < formats.length; i++) {
            if (formats[i] == format) {
                return true;
            }
        }
        return false;
    }

    /** Bytes of one level, of which each texel is there so many times; 0 samples are one. */
    public static long samples(int samples, int format, int width, int height, int depth) {
        long once = bytes(format, width, height, depth);
        return once < 0 ? once : once * Math.max(1, samples);
    }

    /**
     * Bytes of all levels of a texture and of all faces, each level half as large as the one before in the dimensions that
     * its target does not use for layers; -1 when the format is not known.
     */
    public static long levels(int target, int levels, int format, int width, int height, int depth) {
        boolean flat = target != ONE_DIMENSION && target != ARRAY_OF_ONE_DIMENSION;
        boolean deep = target == THREE_DIMENSIONS;
        long sum = 0;
        for (int i = 0; i < levels; i++) {
            long level = bytes(
                    format,
                    Math.max(1, width >> i),
                    flat ? Math.max(1, height >> i) : height,
                    deep ? Math.max(1, depth >> i) : depth);
            if (level < 0) {
                return level;
            }
            sum += level;
        }
        return target == CUBE ? 6 * sum : sum;
    }

    /** The number of a level to {@link Names#stored}, of one face where a cube is given face by face. */
    public static int part(int target, int level) {
        boolean face = target >= FACE_OF_CUBE && target < FACE_OF_CUBE + 6;
        return 6 * level + (face ? target - FACE_OF_CUBE : 0);
    }
}
