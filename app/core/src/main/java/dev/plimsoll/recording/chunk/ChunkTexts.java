package dev.plimsoll.recording.chunk;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Changes strings of a recording where they stand. A replacement takes exactly the bytes of what it replaces, so that
/// no size and no position in the file changes.
public final class ChunkTexts {

    /// What a string becomes.
    public interface Replacement {

        /// @param type of which the string is a part: an event, `jdk.types.Symbol`, `java.lang.String`, ...
        /// @param field of that type
        /// @param length of the answer, in characters of ASCII
        /// @return null to leave it
        @Nullable
        String of(String type, String field, String text, int length);
    }

    private final byte[] bytes;
    private final Replacement replacement;

    private ChunkTexts(byte[] bytes, Replacement replacement) {
        this.bytes = bytes;
        this.replacement = replacement;
    }

    /// Changes the strings of a whole file in place. Bytes at its end are left out of account when they are not of a
    /// chunk.
    ///
    /// @param file a recording's bytes, which a recorder finished
    /// @throws MalformedChunk when it is not as its own description says
    public static byte[] replace(byte[] file, Replacement replacement) {
        // Room for reading a compressed number at the very end.
        byte[] bytes = java.util.Arrays.copyOf(file, file.length + Varint.SLACK);
        ChunkTexts texts = new ChunkTexts(bytes, replacement);
        int at = 0;
        while (at < file.length) {
            ChunkHeader header = ChunkHeader.read(ByteBuffer.wrap(bytes, at, file.length - at), at);
            if (header == null || !header.known() || header.size() > file.length - at) {
                throw new MalformedChunk("a chunk at " + at + " is none that is known");
            }
            texts.chunk(header, at, at + (int) header.size());
            at += (int) header.size();
        }
        return java.util.Arrays.copyOf(bytes, file.length);
    }

    private void chunk(ChunkHeader header, int start, int end) {
        Cursor head = new Cursor(bytes, start + (int) header.metadata(), end, header.compressed());
        head.integer(Integer.BYTES);
        for (int i = 0; i < 4; i++) {
            head.number();
        }
        Metadata metadata = Metadata.read(head);
        int at = start + ChunkHeader.SIZE;
        while (at < end) {
            Cursor cursor = new Cursor(bytes, at, end, header.compressed());
            long size = cursor.integer(Integer.BYTES);
            if (size < 2 || size > end - at) {
                throw new MalformedChunk("an event of " + size + " bytes");
            }
            event(metadata, cursor);
            at += (int) size;
        }
    }

    private void event(Metadata metadata, Cursor cursor) {
        long type = cursor.number();
        if (type == Pools.EVENT_TYPE) {
            for (int i = 0; i < 3; i++) {
                cursor.number();
            }
            cursor.octet();
            for (int left = cursor.count(); left > 0; left--) {
                TypeLayout constants = known(metadata, cursor.number());
                for (int i = cursor.count(); i > 0; i--) {
                    cursor.number();
                    values(constants, cursor);
                }
            }
        } else if (type != Metadata.EVENT_TYPE) {
            values(known(metadata, type), cursor);
        }
    }

    private static TypeLayout known(Metadata metadata, long type) {
        TypeLayout layout = metadata.type(type);
        if (layout == null || !layout.walkable()) {
            throw new MalformedChunk("values of the unknown type " + type);
        }
        return layout;
    }

    private void values(TypeLayout type, Cursor cursor) {
        for (FieldLayout field : type.fields()) {
            if (field.encoding() != Encoding.TEXT && field.encoding() != Encoding.STRUCT) {
                field.skip(cursor);
                continue;
            }
            for (int left = field.array() ? cursor.count() : 1; left > 0; left--) {
                if (field.encoding() == Encoding.STRUCT) {
                    values(field.structure(), cursor);
                } else {
                    text(type.name(), field.name(), cursor);
                }
            }
        }
    }

    private void text(String type, String field, Cursor cursor) {
        int from = cursor.position();
        byte encoding = bytes[from];
        String text = cursor.text(Cursor.Strings.NONE);
        if (text == null || text.isEmpty()) {
            return;
        }
        if (encoding == 4) {
            Cursor characters = cursor.at(from + 1);
            characters.count();
            replaceCharacters(replacement.of(type, field, text, text.length()), characters);
        } else {
            Cursor octets = cursor.at(from + 1);
            int length = octets.count();
            String other = replacement.of(type, field, text, length);
            if (other != null) {
                System.arraycopy(other.getBytes(StandardCharsets.US_ASCII), 0, bytes, octets.position(), length);
            }
        }
    }

    /// Each character is a compressed number: one of one byte is replaced, of a wider one the bits are cleared.
    private void replaceCharacters(@Nullable String other, Cursor characters) {
        for (int i = 0; other != null && i < other.length(); i++) {
            int at = characters.position();
            characters.integer(2);
            if (characters.position() == at + 1) {
                bytes[at] = (byte) other.charAt(i);
            } else {
                bytes[characters.position() - 1] = 1;
            }
        }
    }
}
