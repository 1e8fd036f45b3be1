package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.BUFFER_BYTES;
import static dev.plimsoll.jfr.weave.ProbeCalls.TEXTURES;

import java.util.ArrayList;
import java.util.List;

/**
 * The functions of OpenGL, through LWJGL, that give memory to textures and renderbuffers. A level, or a level of one face of
 * a cube, takes the place of what it had; a storage function gives all levels, faces and layers at once. Functions that
 * name a texture and no target ask OpenGL for the target, for it says how levels shrink.
 *
 * <p>Looked at with javap in 3.3.6 and 3.4.1, run with both. Not counted: levels that {@code glGenerateMipmap} makes,
 * formats that let the driver choose how to compress, EXT functions.
 */
final class GlTextures {

    private static final String TYPE = "org/lwjgl/opengl/";
    private static final String TEXTURE = "texture";
    private static final String RENDERBUFFER = "renderbuffer";
    private static final String BYTES = "Ljava/nio/ByteBuffer;";

    /** GL_TEXTURE_TARGET. */
    private static final int TARGET = 0x1006;

    private static final List<String> STORAGE = List.of("GL42", "ARBTextureStorage");
    private static final List<String> MULTISAMPLE = List.of("GL32", "ARBTextureMultisample");
    private static final List<String> STORAGE_MULTISAMPLE = List.of("GL43", "ARBTextureStorageMultisample");
    private static final List<String> FRAMEBUFFER = List.of("GL30", "ARBFramebufferObject");
    private static final List<String> DIRECT_ACCESS = List.of("GL45", "ARBDirectStateAccess");

    private static final Value ONE = Value.number(1);

    private GlTextures() {}

    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        images(points);
        compressed(points);
        storage(points);
        samples(points);
        renderbuffers(points);
        return points;
    }

    private static void images(List<Point> points) {
        points.add(level("GL11C", "glTexImage1D", "(", texels(2, Value.argument(3), ONE, ONE)));
        points.add(level("GL11C", "glTexImage2D", "(", texels(2, Value.argument(3), Value.argument(4), ONE)));
        points.add(level(
                "GL12C", "glTexImage3D", "(", texels(2, Value.argument(3), Value.argument(4), Value.argument(5))));
        points.add(level("GL11", "glCopyTexImage1D", "(IIIIIII)V", texels(2, Value.argument(5), ONE, ONE)));
        points.add(
                level("GL11", "glCopyTexImage2D", "(IIIIIIII)V", texels(2, Value.argument(5), Value.argument(6), ONE)));
    }

    /** As many bytes as are handed over, in a buffer or at an address. */
    private static void compressed(List<Point> points) {
        for (int dimensions = 1; dimensions <= 3; dimensions++) {
            String method = "glCompressedTexImage" + dimensions + "D";
            String before = "(IIII" + "I".repeat(dimensions);
            Value last = Value.argument(4 + dimensions);
            points.add(level("GL13C", method, before + "IJ)V", Value.sum(last, Value.constant(0))));
            points.add(level(
                    "GL13C",
                    method,
                    before + BYTES + ")V",
                    Value.probe(BUFFER_BYTES, "of", "(Ljava/lang/Object;)J", last)));
        }
    }

    private static void storage(List<Point> points) {
        Value target = Value.probe(TYPE + "GL45C", "glGetTextureParameteri", "(II)I", name(), Value.number(TARGET));
        for (int dimensions = 1; dimensions <= 3; dimensions++) {
            String descriptor = "(III" + "I".repeat(dimensions) + ")V";
            Advice bound = whole(TEXTURE, levels(Value.argument(0), dimensions));
            Advice named = named(TEXTURE, levels(target, dimensions));
            add(points, STORAGE, "glTexStorage" + dimensions + "D", descriptor, bound);
            add(points, DIRECT_ACCESS, "glTextureStorage" + dimensions + "D", descriptor, named);
        }
    }

    private static void samples(List<Point> points) {
        String flat = "(IIIIIZ)V";
        String layered = "(IIIIIIZ)V";
        Value area = samples(1, 2, Value.argument(3), Value.argument(4), ONE);
        Value layers = samples(1, 2, Value.argument(3), Value.argument(4), Value.argument(5));
        add(points, MULTISAMPLE, "glTexImage2DMultisample", flat, whole(TEXTURE, area));
        add(points, MULTISAMPLE, "glTexImage3DMultisample", layered, whole(TEXTURE, layers));
        add(points, STORAGE_MULTISAMPLE, "glTexStorage2DMultisample", flat, whole(TEXTURE, area));
        add(points, STORAGE_MULTISAMPLE, "glTexStorage3DMultisample", layered, whole(TEXTURE, layers));
        add(points, DIRECT_ACCESS, "glTextureStorage2DMultisample", flat, named(TEXTURE, area));
        add(points, DIRECT_ACCESS, "glTextureStorage3DMultisample", layered, named(TEXTURE, layers));
    }

    private static void renderbuffers(List<Point> points) {
        Value once = texels(1, Value.argument(2), Value.argument(3), ONE);
        Value sampled = samples(1, 2, Value.argument(3), Value.argument(4), ONE);
        add(points, FRAMEBUFFER, "glRenderbufferStorage", "(IIII)V", whole(RENDERBUFFER, once));
        add(points, FRAMEBUFFER, "glRenderbufferStorageMultisample", "(IIIII)V", whole(RENDERBUFFER, sampled));
        add(points, DIRECT_ACCESS, "glNamedRenderbufferStorage", "(IIII)V", named(RENDERBUFFER, once));
        add(points, DIRECT_ACCESS, "glNamedRenderbufferStorageMultisample", "(IIIII)V", named(RENDERBUFFER, sampled));
    }

    /** A function that is in a version of OpenGL and, before it, in an extension. */
    private static void add(List<Point> points, List<String> types, String method, String descriptor, Advice advice) {
        for (String type : types) {
            points.add(Point.optional(TYPE + type, method, descriptor, advice));
        }
    }

    private static Point level(String type, String method, String descriptor, Value bytes) {
        Value part = Value.probe(TEXTURES, "part", "(II)I", Value.argument(0), Value.argument(1));
        return Point.optional(TYPE + type, method, descriptor, GlWeave.bound(TEXTURE, bytes, part));
    }

    private static Advice whole(String kind, Value bytes) {
        return GlWeave.bound(kind, bytes, GlWeave.WHOLE);
    }

    private static Advice named(String kind, Value bytes) {
        return GlWeave.stored(kind, name(), bytes, GlWeave.WHOLE, Condition.ALWAYS);
    }

    private static Value name() {
        return Value.argument(0);
    }

    private static Value texels(int format, Value width, Value height, Value depth) {
        return Value.probe(TEXTURES, "bytes", "(IIII)J", Value.argument(format), width, height, depth);
    }

    private static Value samples(int samples, int format, Value width, Value height, Value depth) {
        return Value.probe(
                TEXTURES, "samples", "(IIIII)J", Value.argument(samples), Value.argument(format), width, height, depth);
    }

    private static Value levels(Value target, int dimensions) {
        return Value.probe(
                TEXTURES,
                "levels",
                "(IIIIII)J",
                target,
                Value.argument(1),
                Value.argument(2),
                Value.argument(3),
                dimensions < 2 ? ONE : Value.argument(4),
                dimensions < 3 ? ONE : Value.argument(5));
    }
}
