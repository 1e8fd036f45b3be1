package dev.plimsoll.recording.chunk;

/// Bytes that cannot be what the format says. Never leaves this package: what was read before is kept, and the
/// message, half a sentence without a full stop, becomes part of what the reader says.
public final class MalformedChunk extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedChunk(String what) {
        super(what, null, false, false);
    }
}
