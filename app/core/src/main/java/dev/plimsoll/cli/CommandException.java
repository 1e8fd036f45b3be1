package dev.plimsoll.cli;

/// A command cannot do its work. The message is one sentence for a person: what is wrong and what to do.
final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    CommandException(String sentence) {
        super(sentence);
    }

    CommandException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
