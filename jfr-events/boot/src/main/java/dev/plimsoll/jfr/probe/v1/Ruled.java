package dev.plimsoll.jfr.probe.v1;

/**
 * What code calls that was woven by a user's rule. Nothing but a name in the stack: it tells the desk that the frame
 * behind it belongs to the binding and not to whoever uses it.
 */
public final class Ruled {

    private Ruled() {}

    /** As {@link Probe#made}. */
    @Inlined
    public static void made(int binding, long address, long bytes, Object owner) {
        Probe.made(binding, address, bytes, owner);
    }

    /** As {@link Probe#exit(ThreadState, Object, long)}. */
    @Inlined
    public static void exit(ThreadState s, Object owner, long address) {
        Probe.exit(s, owner, address);
    }
}
