package dev.plimsoll.jfr.library;

import dev.plimsoll.jfr.event.v1.Misuse;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeFree;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/**
 * A block of native memory that is given back exactly once: by {@link #close}, or by the GC when a handle with an owner is forgotten.
 * Each step is an event of Plimsoll's contract, written only while a recording wants it. All threads.
 *
 * <p>A second close does nothing but write a {@code plimsoll.Misuse}: what the address belongs to by then is not ours to free.
 */
public final class NativeHandle implements AutoCloseable {

    private static final String EXPLICIT = "explicit";
    private static final String CLEANER = "cleaner";

    private final Release release;
    private final Cleaner.@org.jspecify.annotations.Nullable Cleanable cleanable;

    private NativeHandle(Release release, Cleaner.@org.jspecify.annotations.Nullable Cleanable cleanable) {
        this.release = release;
        this.cleanable = cleanable;
    }

    /**
     * A block that only {@link #close} gives back.
     *
     * @param binding name of the library, as reports show it
     * @param address not 0
     * @param bytes what was asked for, 0 or more
     * @param free gives the block at an address back; called at most once
     */
    public static NativeHandle of(String binding, long address, long bytes, LongConsumer free) {
        Release release = new Release(binding, address, free);
        told(binding, address, bytes, null);
        return new NativeHandle(release, null);
    }

    /**
     * A block that goes with its owner: when nobody closes the handle, the GC frees the block some time after the owner became
     * unreachable.
     *
     * @param free must not reach the owner
     */
    public static NativeHandle ownedBy(Object owner, String binding, long address, long bytes, LongConsumer free) {
        Release release = new Release(binding, address, free);
        told(binding, address, bytes, owner);
        return new NativeHandle(release, Cleaners.CLEANER.register(owner, () -> release.run(CLEANER)));
    }

    /** @throws IllegalStateException when the block was given back */
    public long address() {
        if (release.done.get()) {
            throw new IllegalStateException("The " + release.binding + " block was given back; take a new one.");
        }
        return release.address;
    }

    @Override
    public void close() {
        if (!release.run(EXPLICIT)) {
            Misuse event = new Misuse();
            event.kind = "second close";
            event.address = release.address;
            event.binding = release.binding;
            event.commit();
        } else if (cleanable != null) {
            cleanable.clean();
        }
    }

    private static void told(
            String binding, long address, long bytes, @org.jspecify.annotations.Nullable Object owner) {
        NativeAllocation event = new NativeAllocation();
        if (event.shouldCommit()) {
            event.address = address;
            event.bytes = bytes;
            event.weight = 1;
            event.binding = binding;
            event.kind = owner == null ? "raw" : "memory";
            event.ownerClass = owner == null ? null : owner.getClass().getName();
            event.commit();
        }
    }

    /** What the cleaner holds: never the handle, never the owner. */
    private static final class Release {

        private final String binding;
        private final long address;
        private final LongConsumer free;
        private final AtomicBoolean done = new AtomicBoolean();

        Release(String binding, long address, LongConsumer free) {
            this.binding = binding;
            this.address = address;
            this.free = free;
        }

        /** The event comes first: after the free another thread may be given the address. Returns false the second time. */
        boolean run(String cause) {
            if (!done.compareAndSet(false, true)) {
                return false;
            }
            NativeFree event = new NativeFree();
            if (event.shouldCommit()) {
                event.address = address;
                event.binding = binding;
                event.cause = cause;
                event.commit();
            }
            free.accept(address);
            return true;
        }
    }

    /** Made when the first handle has an owner: a cleaner is a thread. */
    private static final class Cleaners {
        static final Cleaner CLEANER = Cleaner.create();

        private Cleaners() {}
    }
}
