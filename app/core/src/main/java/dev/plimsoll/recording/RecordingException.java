package dev.plimsoll.recording;

/// A recording or a repository cannot be read or written. The message is one sentence for a person: what is wrong and
/// what to do.
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1L;

    public RecordingException(String sentence) {
        super(sentence);
    }

    public RecordingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
