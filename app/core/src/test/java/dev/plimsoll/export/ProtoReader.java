package dev.plimsoll.export;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;

/// Reads the wire format of Protocol Buffers, by its description and not by the writer's code.
final class ProtoReader {

    interface Visitor {
        /// `bytes` is empty for a number.
        void field(int field, long number, byte[] bytes);
    }

    private ProtoReader() {}

    static void read(byte[] message, Visitor visitor) {
        ByteBuffer in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> visitor.field(field, varint(in), new byte[0]);
                case 2 -> {
                    byte[] bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    visitor.field(field, 0, bytes);
                }
                default -> throw new AssertionError("wire type of field " + field);
            }
        }
    }

    static long[] packed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long[] values = new long[bytes.length];
        int count = 0;
        while (in.hasRemaining()) {
            values[count++] = varint(in);
        }
        return LongStream.of(Arrays.copyOf(values, count)).toArray();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
