package dev.plimsoll.recording.chunk;

/// A chunk of a layout that only `jdk.jfr.consumer` may know; the message is half a sentence.
public final class UnfamiliarChunk extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfamiliarChunk(String what) {
        super(what);
    }
}
