package dev.plimsoll.target.rule;

/// A file of rules is not as it must be. The message is one sentence for a person: file, line, what was expected.
public final class RuleException extends Exception {

    private static final long serialVersionUID = 1L;

    RuleException(String sentence) {
        super(sentence);
    }
}
