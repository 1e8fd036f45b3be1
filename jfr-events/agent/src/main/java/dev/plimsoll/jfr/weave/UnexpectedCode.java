package dev.plimsoll.jfr.weave;

/** A method is not as the table of its family says. */
final class UnexpectedCode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedCode(String message) {
        super(message);
    }
}
