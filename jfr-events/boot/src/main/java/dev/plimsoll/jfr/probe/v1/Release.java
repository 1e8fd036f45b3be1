package dev.plimsoll.jfr.probe.v1;

/** A release that was seen: of a block, a callback or an object that closes. Never changes. */
final class Release {

    final long address;
    final int binding;

    /** Milliseconds since the epoch, good to a tick. */
    final long millis;

    /** {@link Probe#errors} then: a probe that has failed since may have missed that the address was taken again. */
    final long errors;

    /** Made where it was released, or null: keeping one for each would cost as much as the block's own stack. */
    final Throwable where;

    Release(long address, int binding, Throwable where) {
        this.address = address;
        this.binding = binding;
        this.millis = Callbacks.now;
        this.errors = Probe.errors;
        this.where = where;
    }

    /** The frames, innermost first, without those of the probes. */
    String stack() {
        if (where == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (StackTraceElement frame : where.getStackTrace()) {
            if (!frame.getClassName().startsWith("dev.plimsoll.jfr.")) {
                text.append(text.length() == 0 ? "" : "\n").append(frame);
            }
        }
        return text.toString();
    }
}
