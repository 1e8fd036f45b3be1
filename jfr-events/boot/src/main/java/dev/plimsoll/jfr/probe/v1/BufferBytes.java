package dev.plimsoll.jfr.probe.v1;

import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/** How many bytes a buffer or an array of numbers hands over. */
public final class BufferBytes {

    private BufferBytes() {}

    /** Bytes between position and limit of a buffer, or of a whole array. */
    public static long of(Object data) {
        if (data == null) {
            return 0;
        }
        if (data instanceof Buffer) {
            Buffer buffer = (Buffer) data;
            return (long) buffer.remaining() * elementBytes(buffer);
        }
        return data.getClass().isArray() ? (long) Array.getLength(data) * arrayElementBytes(data) : 0;
    }

    private static int elementBytes(Buffer buffer) {
        if (buffer instanceof ByteBuffer) {
            return 1;
        }
        if (buffer instanceof ShortBuffer || buffer instanceof CharBuffer) {
            return 2;
        }
        return buffer instanceof IntBuffer || buffer instanceof FloatBuffer
                ? 4
                : buffer instanceof LongBuffer || buffer instanceof DoubleBuffer ? 8 : 0;
    }

    private static int arrayElementBytes(Object array) {
        return array instanceof byte[]
                ? 1
                : array instanceof short[] || array instanceof char[]
                        ? 2
                        : array instanceof int[] || array instanceof float[]
                                ? 4
                                : array instanceof long[] || array instanceof double[] ? 8 : 0;
    }
}
