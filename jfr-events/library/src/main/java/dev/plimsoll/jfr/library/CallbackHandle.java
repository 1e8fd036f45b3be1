package dev.plimsoll.jfr.library;

import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import dev.plimsoll.jfr.event.v1.Misuse;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/**
 * Java code that native code can call, until {@link #close}. Registration and release are events of Plimsoll's contract. All threads.
 */
public final class CallbackHandle implements AutoCloseable {

    private final String binding;
    private final long stub;
    private final LongConsumer release;
    private final AtomicBoolean done = new AtomicBoolean();

    private CallbackHandle(String binding, long stub, LongConsumer release) {
        this.binding = binding;
        this.stub = stub;
        this.release = release;
    }

    /**
     * @param binding name of the library, as reports show it
     * @param stub address that native code calls, not 0
     * @param target what it calls in the end, as {@code pkg.Class.method}
     * @param release takes the stub back; called at most once
     */
    public static CallbackHandle of(String binding, long stub, String target, LongConsumer release) {
        CallbackRegistered event = new CallbackRegistered();
        if (event.shouldCommit()) {
            event.handle = stub;
            event.targetClass = target;
            event.binding = binding;
            event.lifetime = "explicit";
            event.commit();
        }
        return new CallbackHandle(binding, stub, release);
    }

    /** @throws IllegalStateException when the callback was released: native code that still calls it is at fault */
    public long stub() {
        if (done.get()) {
            throw new IllegalStateException("The " + binding + " callback was released; register a new one.");
        }
        return stub;
    }

    /** A second call does nothing but write a {@code plimsoll.Misuse}. */
    @Override
    public void close() {
        if (!done.compareAndSet(false, true)) {
            Misuse misuse = new Misuse();
            misuse.kind = "second close";
            misuse.address = stub;
            misuse.binding = binding;
            misuse.commit();
            return;
        }
        CallbackReleased event = new CallbackReleased();
        if (event.shouldCommit()) {
            event.handle = stub;
            event.binding = binding;
            event.commit();
        }
        release.accept(stub);
    }
}
