package dev.plimsoll.budget;

/// A budget file cannot be used. The message is one sentence: file, line, what is wrong and what was expected.
public final class BudgetException extends Exception {

    private static final long serialVersionUID = 1L;

    BudgetException(String sentence) {
        super(sentence);
    }

    BudgetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
