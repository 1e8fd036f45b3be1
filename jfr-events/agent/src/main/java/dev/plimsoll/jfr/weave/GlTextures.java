package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.BUFFER_BYTES;

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
    private static final String TEXTURES = "dev/plimsoll/jfr/probe/v1/Textures";
    private static final String TEXTURE = "texture";
    private static final String RENDERBUFFER = "renderbuffer";
    private static final String BYTES = "Ljava/nio/ByteBuffer;";

    /** GL_TEXTURE_TARGET. */
    private static final int TARGET = 0x1006;

    private static final Value ONE = Value.number(1);

    private GlTextures() {}

    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        images(points);
        compressed(points);
        for (String type : List.of("GL42", "ARBTextureStorage")) {
            for (int dimensions = 1; dimensions <= 3; dimensions++) {
                points.add(Point.optional(
                        TYPE + type,
                        "glTexStorage" + dimensions + "D",
                        "(III" + "I".repeat(dimensions) + ")V",
                        whole(TEXTURE, levels(Value.argument(0), dimensions))));
            }
        }
        Value target = Value.probe(TYPE + "GL45C", "glGetTextureParameteri", "(II)I", name(), Value.number(TARGET));
        for (String type : List.of("GL45", "ARBDirectStateAccess")) {
            for (int dimensions = 1; dimensions <= 3; dimensions++) {
                points.add(Point.optional(
                        TYPE + type,
                        "glTextureStorage" + dimensions + "D",
                        "(III" + "I".repeat(dimensions) + ")V",
                        named(TEXTURE, levels(target, dimensions))));
            }
        }
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

    private static void samples(List<Point> points) {
        Value flat = samples(1, 2, Value.argument(3), Value.argument(4), ONE);
        Value layered = samples(1, 2, Value.argument(3), Value.argument(4), Value.argument(5));
        for (String type : List.of("GL32", "ARBTextureMultisample")) {
            points.add(Point.optional(TYPE + type, "glTexImage2DMultisample", "(IIIIIZ)V", whole(TEXTURE, flat)));
            points.add(Point.optional(TYPE + type, "glTexImage3DMultisample", "(IIIIIIZ)V", whole(TEXTURE, layered)));
        }
        for (String type : List.of("GL43", "ARBTextureStorageMultisample")) {
            points.add(Point.optional(TYPE + type, "glTexStorage2DMultisample", "(IIIIIZ)V", whole(TEXTURE, flat)));
            points.add(Point.optional(TYPE + type, "glTexStorage3DMultisample", "(IIIIIIZ)V", whole(TEXTURE, layered)));
        }
        for (String type : List.of("GL45", "ARBDirectStateAccess")) {
            points.add(Point.optional(TYPE + type, "glTextureStorage2DMultisample", "(IIIIIZ)V", named(TEXTURE, flat)));
            points.add(Point.optional(
                    TYPE + type, "glTextureStorage3DMultisample", "(IIIIIIZ)V", named(TEXTURE, layered)));
        }
    }

    private static void renderbuffers(List<Point> points) {
        Value pixels = texels(1, Value.argument(2), Value.argument(3), ONE);
        Value samples = samples(1, 2, Value.argument(3), Value.argument(4), ONE);
        for (String type : List.of("GL30", "ARBFramebufferObject")) {
            points.add(Point.optional(TYPE + type, "glRenderbufferStorage", "(IIII)V", whole(RENDERBUFFER, pixels)));
            points.add(Point.optional(
                    TYPE + type, "glRenderbufferStorageMultisample", "(IIIII)V", whole(RENDERBUFFER, samples)));
        }
        for (String type : List.of("GL45", "ARBDirectStateAccess")) {
            points.add(
                    Point.optional(TYPE + type, "glNamedRenderbufferStorage", "(IIII)V", named(RENDERBUFFER, pixels)));
            points.add(Point.optional(
                    TYPE + type, "glNamedRenderbufferStorageMultisample", "(IIIII)V", named(RENDERBUFFER, samples)));
        }
    }

    private static Point level(String type, String method, String descriptor, Value bytes) {
        Value part = Value.probe(TEXTURES, "part", "(II)I", Value.argument(0), Value.argument(1));
        return Point.optional(TYPE + type, method, descriptor, GlWeave.bound(TEXTURE, bytes, part));
    }

    private static Advice whole(String kind, Value bytes) {
        return GlWeave.bound(kind, bytes, null);
    }

    private static Advice named(String kind, Value bytes) {
        return GlWeave.stored(kind, name(), bytes, null, Condition.ALWAYS);
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
