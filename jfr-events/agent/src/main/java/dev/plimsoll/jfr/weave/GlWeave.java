package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.BUFFER_BYTES;
import static dev.plimsoll.jfr.weave.ProbeCalls.CALLBACKS;
import static dev.plimsoll.jfr.weave.ProbeCalls.HANDLES;
import static dev.plimsoll.jfr.weave.ProbeCalls.NAMES;
import static dev.plimsoll.jfr.weave.ProbeCalls.TEXTURES;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects of OpenGL made through LWJGL: by name, int[] and IntBuffer, of the plain and of the DSA functions. A name belongs
 * to the context that is current; one that a sharing context deletes is found all the same. Objects are sampled as blocks
 * are. Bytes are those of {@code glBufferData}, {@code glBufferStorage} and of {@link GlTextures}: a buffer's exactly, a
 * texture's as its format says. The line is then where the bytes were given, and a second upload of the same size is no
 * event. Where the call does not say the name, OpenGL is asked once what is bound.
 *
 * <p>{@code LWJGL} has functions that are native methods and have no code: shaders, programs, fences and the storage of
 * textures are seen when they are called through the classes without C at their end ({@code GL20}, {@code GL33}), as nearly
 * everybody does. Looked at with javap in 3.3.6 and 3.4.1, run with both on Mesa's software driver. Not seen: names from
 * {@code ngl} functions, EXT objects that are older than OpenGL 3, OpenGL ES. Mappings and copies: {@link GlUploads}.
 */
final class GlWeave implements LibraryFamily {

    private static final String GL = "org/lwjgl/opengl/GL";

    /** The part that stands for all of a name's memory. */
    static final Value WHOLE = Value.number(-1);

    private static final String INTS = "Ljava/nio/IntBuffer;";

    /** Kind, end of the functions' names, the class that makes it, and whether a target comes first in glCreate. */
    private static final String[][] OBJECTS = {
        {"texture", "Textures", "11C", "I"},
        {"buffer", "Buffers", "15C", ""},
        {"query", "Queries", "15C", "I"},
        {"framebuffer", "Framebuffers", "30C", ""},
        {"renderbuffer", "Renderbuffers", "30C", ""},
        {"vertex array", "VertexArrays", "30C", ""},
        {"sampler", "Samplers", "33C", ""},
        {"transform feedback", "TransformFeedbacks", "40C", ""},
        {"program pipeline", "ProgramPipelines", "41C", ""},
    };

    @Override
    public String binding() {
        return Binding.name(Binding.GL);
    }

    @Override
    public String coordinates() {
        return "org.lwjgl:lwjgl-opengl";
    }

    @Override
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (String[] object : OBJECTS) {
            int kind = kind(object[0]);
            String type = GL + object[2];
            makes(points, kind, type, "glGen" + object[1], "", 0);
            makes(points, kind, GL + "45C", "glCreate" + object[1], object[3], object[3].length());
            for (String names : List.of("I", INTS, "[I")) {
                points.add(Point.needed(type, "glDelete" + object[1], "(" + names + ")V", unnaming(kind, names)));
            }
        }
        int shader = kind("shader");
        int program = kind("program");
        points.add(Point.needed(GL + "20", "glCreateShader", "(I)I", named(shader, "I", Value.result())));
        points.add(Point.needed(GL + "20", "glDeleteShader", "(I)V", unnaming(shader, "I")));
        points.add(Point.needed(GL + "20", "glCreateProgram", "()I", named(program, "I", Value.result())));
        points.add(Point.needed(GL + "20", "glDeleteProgram", "(I)V", unnaming(program, "I")));
        points.add(Point.optional(GL + "41C", "glCreateShaderProgramv", "(", named(program, "I", Value.result())));
        fences(points);
        buffers(points);
        points.addAll(GlTextures.points());
        callbacks(points);
        points.addAll(GlUploads.points());
        return points;
    }

    private static void makes(List<Point> points, int kind, String type, String method, String first, int index) {
        points.add(Point.needed(type, method, "(" + first + ")I", named(kind, "I", Value.result())));
        for (String names : List.of(INTS, "[I")) {
            points.add(Point.needed(
                    type,
                    method,
                    "(" + first + names + ")V",
                    named(kind, "Ljava/lang/Object;", Value.argument(index))));
        }
    }

    private static void fences(List<Point> points) {
        int fence = kind("fence");
        points.add(Point.needed(
                GL + "32",
                "glFenceSync",
                "(II)J",
                Calls.onReturn(
                        HANDLES,
                        "born",
                        "(IIJJ)V",
                        Value.number(fence),
                        Value.number(0),
                        Value.result(),
                        Value.constant(0))));
        points.add(Point.needed(
                GL + "32",
                "glDeleteSync",
                "(J)V",
                Calls.onBegin(
                        HANDLES,
                        "dying",
                        "(IJ)V",
                        Value.number(fence),
                        Value.probe(HANDLES, "key", "(IJ)J", Value.number(fence >>> 8), Value.argument(0)))));
    }

    private static void buffers(List<Point> points) {
        Value given = Value.probe(BUFFER_BYTES, "of", "(Ljava/lang/Object;)J", Value.argument(1));
        Value name = Value.argument(0);
        for (String[] function : new String[][] {{"15C", "glBufferData"}, {"44C", "glBufferStorage"}}) {
            points.add(
                    Point.optional(GL + function[0], function[1], "(IJI)V", bound("buffer", Value.argument(1), WHOLE)));
            dataOf(points, function[0], function[1], bound("buffer", given, WHOLE));
        }
        for (String method : List.of("glNamedBufferData", "glNamedBufferStorage")) {
            points.add(Point.optional(
                    GL + "45C", method, "(IJI)V", stored("buffer", name, Value.argument(1), WHOLE, Condition.ALWAYS)));
            dataOf(points, "45C", method, stored("buffer", name, given, WHOLE, Condition.ALWAYS));
        }
    }

    private static void dataOf(List<Point> points, String type, String method, Advice advice) {
        for (String data : List.of("Byte", "Short", "Int", "Long", "Float", "Double")) {
            points.add(Point.optional(GL + type, method, "(ILjava/nio/" + data + "Buffer;I)V", advice));
        }
        for (String data : List.of("[S", "[I", "[J", "[F", "[D")) {
            points.add(Point.optional(GL + type, method, "(I" + data + "I)V", advice));
        }
    }

    private static void callbacks(List<Point> points) {
        for (String[] function : new String[][] {
            {"GL43C", "glDebugMessageCallback", "GLDebugMessageCallbackI"},
            {"KHRDebug", "glDebugMessageCallback", "GLDebugMessageCallbackI"},
            {"ARBDebugOutput", "glDebugMessageCallbackARB", "GLDebugMessageARBCallbackI"},
        }) {
            String target = "Lorg/lwjgl/opengl/" + function[2] + ";";
            Value handle = Value.probe(
                    NAMES,
                    "key",
                    "(ILjava/lang/Object;I)J",
                    Value.number(kind("debug callback") >>> 8),
                    context(),
                    Value.number(1));
            points.add(Point.optional("org/lwjgl/opengl/" + function[0], function[1], "(" + target + "J)V", body -> {
                Registrations.release(handle).weaveInto(body);
                Calls.onReturn(
                                CALLBACKS,
                                "made",
                                "(IJLjava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)V",
                                Value.number(Binding.GL),
                                handle,
                                Value.argument(0),
                                Value.none(),
                                Value.text(Registrations.EXPLICIT))
                        .weaveInto(body);
            }));
        }
    }

    private static Advice named(int kind, String sort, Value names) {
        return Calls.onReturn(
                NAMES, "named", "(ILjava/lang/Object;" + sort + ")V", Value.number(kind), context(), names);
    }

    private static Advice unnaming(int kind, String names) {
        String sort = names.equals("I") ? "I" : "Ljava/lang/Object;";
        return Calls.onBegin(
                NAMES,
                "unnaming",
                "(ILjava/lang/Object;" + sort + ")V",
                Value.number(kind),
                context(),
                Value.argument(0));
    }

    /** What is bound to the target, which is the first argument, got memory. */
    static Advice bound(String kind, Value bytes, Value part) {
        Value state = Value.probe(TEXTURES, "boundBy", "(I)I", Value.argument(0));
        Value name = Value.probe(GL + "11C", "glGetInteger", "(I)I", state);
        return stored(kind, name, bytes, part, Condition.holds(state));
    }

    static Advice stored(String kind, Value name, Value bytes, Value part, Condition when) {
        return Calls.onReturn(
                when,
                NAMES,
                "stored",
                "(ILjava/lang/Object;IJI)V",
                Value.number(kind(kind)),
                context(),
                name,
                bytes,
                part);
    }

    private static Value context() {
        return Value.probe(GL, "getCapabilities", "()Lorg/lwjgl/opengl/GLCapabilities;");
    }

    private static int kind(String name) {
        return Kind.of(Binding.GL, Kind.named(name));
    }

    @Override
    public String woven() {
        return "textures, buffers and all that has a name; shaders and fences not through classes that end with C";
    }
}
