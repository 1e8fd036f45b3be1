package dev.plimsoll.jfr.probe.v1;

/**
 * What a misuse throws in the target under {@code --strict}, before it happens; the cause shows where the block was
 * released before. The only thing that ever leaves a probe.
 */
public final class MisuseException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MisuseException(String message, Throwable earlier) {
        super(message, earlier);
    }
}
