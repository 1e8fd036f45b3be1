package dev.plimsoll.jfr.weave;

/** What is put into one method. */
@FunctionalInterface
interface Advice {

    /**
     * Changes the method.
     *
     * @throws UnexpectedCode when the method does not look as it must: its class then keeps its original bytes
     */
    void weaveInto(Body body);
}
