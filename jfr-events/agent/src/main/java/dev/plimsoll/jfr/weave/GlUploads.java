package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.BUFFER_BYTES;
import static dev.plimsoll.jfr.weave.ProbeCalls.UPLOADS;

import java.util.ArrayList;
import java.util.List;

/**
 * The functions of OpenGL, through LWJGL, that hand bytes to the driver: those that copy a buffer or an array of Java, and
 * those that map a buffer of the driver into the program. Functions that are given an offset or nothing hand nothing over.
 *
 * <p>Looked at with javap in 3.3.6 and 3.4.1, run with both. Not seen: {@code ngl} functions, which are given an address, and
 * textures of three dimensions or compressed.
 */
final class GlUploads {

    private static final String GL = "org/lwjgl/opengl/GL";
    private static final String BYTES = "Ljava/nio/ByteBuffer;";
    private static final String[] BUFFERS = {"Byte", "Short", "Int", "Long", "Float", "Double"};
    private static final String[] ARRAYS = {"[S", "[I", "[J", "[F", "[D"};

    /** Class, function, what stands before the data, what after it, and which argument the data is. */
    private static final Object[][] COPYING = {
        {"15C", "glBufferData", "I", "I", 1},
        {"15C", "glBufferSubData", "IJ", "", 2},
        {"44C", "glBufferStorage", "I", "I", 1},
        {"45C", "glNamedBufferData", "I", "I", 1},
        {"45C", "glNamedBufferSubData", "IJ", "", 2},
        {"45C", "glNamedBufferStorage", "I", "I", 1},
        {"11C", "glTexImage2D", "IIIIIIII", "", 8},
        {"11C", "glTexSubImage2D", "IIIIIIII", "", 8},
    };

    /** Class, function, arguments. */
    private static final String[][] MAPPING = {
        {"15C", "glMapBuffer", "II"},
        {"15C", "glMapBuffer", "II" + BYTES},
        {"15C", "glMapBuffer", "IIJ" + BYTES},
        {"30C", "glMapBufferRange", "IJJI"},
        {"30C", "glMapBufferRange", "IJJI" + BYTES},
        {"45C", "glMapNamedBuffer", "II"},
        {"45C", "glMapNamedBuffer", "II" + BYTES},
        {"45C", "glMapNamedBuffer", "IIJ" + BYTES},
        {"45C", "glMapNamedBufferRange", "IJJI"},
        {"45C", "glMapNamedBufferRange", "IJJI" + BYTES},
    };

    private GlUploads() {}

    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Object[] function : COPYING) {
            Value data = Value.argument((int) function[4]);
            Advice copied = Calls.onReturn(
                    UPLOADS,
                    "copied",
                    "(Ljava/lang/String;J)V",
                    Value.text(function[1] + ", copied"),
                    Value.probe(BUFFER_BYTES, "of", "(Ljava/lang/Object;)J", data));
            for (String buffer : BUFFERS) {
                points.add(copying(function, "Ljava/nio/" + buffer + "Buffer;", copied));
            }
            for (String array : ARRAYS) {
                points.add(copying(function, array, copied));
            }
        }
        for (String[] function : MAPPING) {
            points.add(Point.optional(
                    GL + function[0],
                    function[1],
                    "(" + function[2] + ")" + BYTES,
                    Calls.onReturn(
                            UPLOADS,
                            "mapped",
                            "(Ljava/lang/String;Ljava/lang/Object;)V",
                            Value.text(function[1] + ", mapped"),
                            Value.result())));
        }
        return points;
    }

    private static Point copying(Object[] function, String data, Advice copied) {
        return Point.optional(
                GL + function[0], (String) function[1], "(" + function[2] + data + function[3] + ")V", copied);
    }
}
