package dev.plimsoll.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one message of Protocol Buffers' wire format (https://protobuf.dev/programming-guides/encoding/): as
/// much of it as pprof needs. Fields that are 0 are left out, as proto3 does.
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtoWriter number(int field, long value) {
        if (value != 0) {
            varint(((long) field << 3) | VARINT);
            varint(value);
        }
        return this;
    }

    /// Also an empty one: its place in a table counts.
    ProtoWriter string(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoWriter message(int field, ProtoWriter message) {
        return bytes(field, message.toByteArray());
    }

    ProtoWriter packed(int field, long[] values) {
        ProtoWriter list = new ProtoWriter();
        for (long value : values) {
            list.varint(value);
        }
        return message(field, list);
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private ProtoWriter bytes(int field, byte[] bytes) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
