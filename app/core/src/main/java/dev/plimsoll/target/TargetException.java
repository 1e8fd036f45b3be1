package dev.plimsoll.target;

/// A target cannot be found, attached or controlled. The message is one sentence for a person: what is wrong and
/// what to do.
public final class TargetException extends Exception {

    private static final long serialVersionUID = 1L;

    public TargetException(String sentence) {
        super(sentence);
    }

    public TargetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
