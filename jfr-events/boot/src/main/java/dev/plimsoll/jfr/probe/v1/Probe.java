package dev.plimsoll.jfr.probe.v1;

/**
 * What woven code calls for memory. An outer hook opens a context with its binding and what was asked for; the hook at
 * the bottom only notes the address; the outermost context records the block on its way out, so that the stack begins
 * near the caller. A free is looked up before it happens.
 *
 * <p>No method throws: a failure is a count in {@link #errors}, raised without a call, so that even a full stack can not
 * escape. Woven code wraps the calls themselves the same way. The one exception is {@link MisuseException}, under
 * {@code --strict} and before a free: woven code lets it through.
 */
public final class Probe {

    /** Failures in probes, those that woven code caught included. Approximate when threads fail together. */
    public static long errors;

    static final LiveTable BLOCKS = new LiveTable(blockCapacity());
    static final Pace PACE = new Pace();

    /** Of whose blocks the stack is taken, where every block is recorded. */
    static final Pace STACKS = Pace.ofStacks();

    /**
     * The insides of {@link #BLOCKS} and {@link #PACE}, where the compiler takes them for constants. What is known are live
     * blocks that are followed and the latest releases of such.
     */
    private static final byte[] KNOWN = BLOCKS.known().counts();

    private static final int SHIFT = BLOCKS.known().shift();
    private static final double[] RATES = PACE.rates();

    /**
     * Whether there is a session. Not asked where a hook only counts: a session counts from what it finds. Not volatile: a
     * probe that is late to see it costs nothing.
     */
    static boolean active;

    private Probe() {}

    /** One block for each 2 KiB of the largest heap, so that the table stays near 5 % of it; 65,536 to 1,048,576. */
    private static int blockCapacity() {
        return (int) Math.max(1 << 16, Math.min(1 << 20, Runtime.getRuntime().maxMemory() >>> 11));
    }

    /** For {@link #enter}: what is asked for is known further down. */
    public static final long UNKNOWN = -1;

    /**
     * Opens an allocation context.
     *
     * @param binding its number, with a kind or without, see {@link Kind#of(int, int)}
     * @param requested bytes, or {@link #UNKNOWN}
     * @return the state that {@link #exit} or {@link #exitThrown} must get, or null when this is not to be watched
     */
    @Inlined
    public static ThreadState enter(int binding, long requested) {
        try {
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return null;
            }
            if (s.open == 0 || isOutside(s)) {
                s.of = binding;
                s.requested = requested;
                s.address = 0;
            } else if (s.requested == UNKNOWN) {
                s.requested = requested;
            }
            s.open++;
            return s;
        } catch (Throwable t) {
            errors++;
            return null;
        }
    }

    /** Whether no allocation context is open, where something is; what one that ended without its exit left behind goes. */
    private static boolean isOutside(ThreadState s) {
        boolean outside = (s.open & ThreadState.CONTEXTS) == 0;
        if (outside && (s.open & ThreadState.PENDING) != 0) {
            s.forgetPending();
        }
        return outside;
    }

    /**
     * Leaves an allocation context; the outermost records the block that was taken in it, if one is to be recorded: it was
     * counted and drawn where it was seen. Each method between a woven one and the event is one frame more of every stack,
     * which is most of what a recorded block costs: here, in {@link #taken} and in {@link #made} there is none.
     *
     * @param address of the block that the method took itself, when nothing below it was seen to; 0 for none
     */
    @Inlined
    public static void exit(ThreadState s, Object owner, long address) {
        if (s == null) {
            return;
        }
        s.open--;
        try {
            if (address != 0 && s.address == 0) {
                s.address = address;
                ofContexts(s, s.of & 0xFF, address, s.requested);
            }
            if (s.open == 0) {
                return;
            }
            boolean pending = (s.open & ThreadState.PENDING) != 0;
            if ((s.open & ThreadState.CONTEXTS) != 0) {
                if (owner != null && (pending || s.address == 0)) {
                    s.ownedBy(owner);
                }
            } else if (pending) {
                Object outermost = owner == null ? s.owner : owner;
                double weight = s.drawn;
                s.forgetPending();
                if (weight != 0) {
                    Following.begin(
                            s, BLOCKS, s.of & 0xFF, s.of >>> 8, s.allocator, s.key, s.requested, weight, outermost);
                }
            }
        } catch (Throwable t) {
            errors++;
        }
    }

    /** The block of the open contexts is counted, and drawn, which the outermost has to see to. */
    @Inlined
    private static void ofContexts(ThreadState s, int allocator, long address, long bytes) {
        double weight = weigh(s, s.of & 0xFF, address, bytes, Kind.weighed(bytes));
        if (weight != 0) {
            s.drawn(weight, allocator, address, bytes);
        }
    }

    /** Leaves an allocation context that failed: a block that was taken and not given back is still recorded. */
    public static void exitThrown(ThreadState s) {
        exit(s, null, 0);
    }

    /**
     * The bottom of an allocation: memory was taken.
     *
     * @param binding that it belongs to when no context is open
     */
    @Inlined
    public static void taken(int binding, long address, long bytes) {
        try {
            if (address != 0) {
                ThreadState s = ThreadState.watched();
                if (s == null) {
                    Misuses.BLOCKS.forget(address);
                    return;
                }
                double weight = took(s, binding, address, bytes);
                if (weight != 0) {
                    Following.begin(s, BLOCKS, binding, Kind.BY_OWNER, binding, address, bytes, weight, null);
                }
            }
        } catch (Throwable t) {
            errors++;
        }
    }

    /**
     * Something native was made that stands for itself whatever context is open: a class that is loaded in the middle of an
     * allocation makes such things too.
     *
     * @param binding its number, with a kind or without, see {@link Kind#of(int, int)}
     */
    @Inlined
    public static void made(int binding, long address, long bytes, Object owner) {
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s != null) {
                int its = binding & 0xFF;
                double weight = weigh(s, its, address, bytes, Kind.weighed(binding >>> 8, bytes));
                if (weight != 0) {
                    Following.begin(s, BLOCKS, its, binding >>> 8, its, address, bytes, weight, owner);
                }
            }
        } catch (Throwable t) {
            errors++;
        }
    }

    /** Opens a free context: whose hook it is and, when it tells more than the thread does, the cause. */
    @Inlined
    public static ThreadState enterFree(int claim) {
        try {
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return null;
            }
            long outer = s.freeContexts & 0xFFFF;
            long binding = (outer & 0xFF) != 0 ? outer & 0xFF : claim & 0xFF;
            long cause = (outer & 0xFF00) != 0 ? outer & 0xFF00 : claim & 0xFF00;
            s.freeContexts = (s.freeContexts << 16) | binding | cause;
            return s;
        } catch (Throwable t) {
            errors++;
            return null;
        }
    }

    /**
     * The argument of {@link #enterFree}.
     *
     * @param binding or -1 to leave it to others
     * @param cause of {@link Cause}
     */
    public static int claim(int binding, int cause) {
        return (binding + 1) | (cause << 8);
    }

    /**
     * The bottom of a free, before it happens: after it another thread may be given the same address.
     *
     * @param binding that it counts for when neither a context nor the block tells
     */
    @Inlined
    public static void freeing(int binding, long address) {
        try {
            if (address == 0) {
                return;
            }
            ThreadState s = ThreadState.watched();
            if (s == null) {
                return;
            }
            if (s.open != 0 && isToldOf(s, address)) {
                return;
            }
            if (isNobodys(address)) {
                s.frees(claimed(s, binding));
            } else {
                Block block = out(s, binding, address);
                given(s, block != null ? block.binding : binding, block, Cause.UNSAID);
            }
        } catch (MisuseException e) {
            throw e;
        } catch (Throwable t) {
            errors++;
        }
    }

    /** Whether a free has been told of further up, or is that of the block of the open contexts: which is told of here. */
    @Inlined
    private static boolean isToldOf(ThreadState s, long address) {
        if ((s.open & ThreadState.TOLD) != 0 && s.toldFree == address) {
            s.open &= ~ThreadState.TOLD;
            return true;
        }
        if (s.isOfContexts(address)) {
            s.frees(s.of & 0xFF);
            s.address = 0;
            s.drawn = 0;
            return true;
        }
        return s.isBeingFreed(address);
    }

    /** Whether a block is not followed and nothing can be said against its free: so it is with most when blocks are sampled. */
    @Inlined
    private static boolean isNobodys(long address) {
        return isNothingKnownAt(address) && (address & PACE.suspect()) == 0;
    }

    /** Whether nothing is followed at the address or was until lately, nor at those that share its place. A glance. */
    @Inlined
    static boolean isNothingKnownAt(long address) {
        return Known.isNothingAt(address, KNOWN, SHIFT);
    }

    /** Takes the block out that is about to be freed; looks whether it may be. */
    private static Block out(ThreadState s, int allocator, long address) {
        Block block = (Block) BLOCKS.remove(address);
        if (block == null) {
            Misuses.unknown(s, allocator, address);
        } else {
            Misuses.freeing(s, block, allocator);
            s.passedOn = Allocator.isBottom(allocator) ? 0 : address;
        }
        return block;
    }

    /**
     * A free whose binding is known where it is made, right before {@code Unsafe} does it: which then has nothing to tell.
     *
     * @param cause of {@link Cause}
     */
    @Inlined
    public static void freeing(int binding, int cause, long address) {
        try {
            if (address == 0) {
                return;
            }
            ThreadState s = ThreadState.watched();
            if (s == null || (s.open != 0 && (s.isBeingFreed(address) || s.isOfContexts(address)))) {
                return;
            }
            if (isNobodys(address)) {
                s.frees(claimed(s, binding));
            } else {
                given(s, binding, out(s, Binding.UNSAFE, address), cause);
            }
            s.toldFree = address;
            s.open |= ThreadState.TOLD;
        } catch (MisuseException e) {
            throw e;
        } catch (Throwable t) {
            errors++;
        }
    }

    /**
     * As {@link #freeing}, where a woven method below may free the same block again.
     *
     * @return the state that {@link #freed} must get, or null
     */
    @Inlined
    public static ThreadState freeingOnce(int binding, long address) {
        freeing(binding, address);
        try {
            ThreadState s = address == 0 ? null : ThreadState.watched();
            if (s == null || (s.open & ThreadState.FREEING) != 0) {
                return null;
            }
            s.freed = address;
            s.open |= ThreadState.FREEING;
            return s;
        } catch (Throwable t) {
            errors++;
            return null;
        }
    }

    /** The block of {@link #freeingOnce} is free. */
    @Inlined
    public static void freed(ThreadState s) {
        if (s != null) {
            s.open &= ~ThreadState.FREEING;
        }
    }

    /** Before a reallocation: takes the old block out, and returns it when it is followed. */
    public static Object reallocating(long address, long bytes) {
        try {
            if (address == 0 || bytes == 0 || !active || ThreadState.watched() == null) {
                return null;
            }
            Block old = (Block) BLOCKS.remove(address);
            if (old != null) {
                // Before it happens: after it another thread may be given the address, and says so.
                Misuses.BLOCKS.put(address, old.binding);
            }
            return old;
        } catch (Throwable t) {
            errors++;
            return null;
        }
    }

    /** Before a reallocation that frees by itself when it is asked for nothing, as realloc of the C library does. */
    public static Object reallocatingOrFreeing(int binding, long address, long bytes) {
        if (bytes == 0) {
            freeing(binding, address);
            return null;
        }
        return reallocating(address, bytes);
    }

    /**
     * After a reallocation. From nothing: an allocation. To nothing: not seen here, the hook of the free that it makes has
     * seen it. Otherwise a free and an allocation, also when the address stays.
     *
     * @param binding that it counts for when neither a context nor the block tells
     * @param old what {@link #reallocating} returned
     * @param result the new address, or 0 when the old block stays
     */
    public static void reallocated(int binding, Object old, long address, long bytes, long result) {
        try {
            if (bytes == 0 || result == 0) {
                restore(old);
                return;
            }
            if (!active) {
                return;
            }
            ThreadState s = ThreadState.watched();
            if (s == null) {
                Misuses.BLOCKS.forget(result);
                return;
            }
            Block block = (Block) old;
            int its = block != null ? block.binding : binding;
            if (address != 0) {
                given(s, its, block, Cause.REALLOC);
            }
            double weight = took(s, its, result, bytes);
            if (weight != 0) {
                Following.begin(s, BLOCKS, its, Kind.BY_OWNER, its, result, bytes, weight, null);
            }
        } catch (Throwable t) {
            errors++;
        }
    }

    /** A reallocation that failed keeps the old block. */
    public static void reallocationFailed(Object old) {
        try {
            restore(old);
        } catch (Throwable t) {
            errors++;
        }
    }

    private static void restore(Object old) {
        if (old != null) {
            Misuses.BLOCKS.forget(((Block) old).address);
            BLOCKS.put(((Block) old).copy());
        }
    }

    /**
     * Counts a block and draws whether it is followed. It is that of the open contexts when it is the first in them that is
     * large enough, and then the outermost sees to the rest; or it stands for itself.
     *
     * @return as {@link Draws#sample} when it stands for itself, else 0
     */
    @Inlined
    private static double took(ThreadState s, int binding, long address, long bytes) {
        int its = binding;
        long counted = bytes;
        if (s.open != 0 && (s.open & ThreadState.CONTEXTS) != 0) {
            if (s.address == 0 && bytes >= s.requested) {
                s.address = address;
                its = s.of & 0xFF;
                counted = s.requested == UNKNOWN ? bytes : s.requested;
            } else if (s.address == address) {
                return 0;
            }
        }
        double weight = weigh(s, its, address, counted, Kind.weighed(counted));
        if (weight != 0 && s.isOfContexts(address)) {
            s.drawn(weight, binding, address, counted);
            return 0;
        }
        return weight;
    }

    /** The binding that a free counts for: an outer context knows better whose it is. */
    @Inlined
    static int claimed(ThreadState s, int binding) {
        return (s.freeContexts & 0xFF) == 0 ? binding : (int) (s.freeContexts & 0xFF) - 1;
    }

    /** Counts a free, and writes it when the block is followed. */
    static void given(ThreadState s, int binding, Block block, int cause) {
        s.frees(claimed(s, binding));
        if (block == null) {
            return;
        }
        int why = cause != Cause.UNSAID ? cause : (int) ((s.freeContexts >>> 8) & 0xFF);
        if (s.cleaner && why != Cause.REALLOC) {
            why = Cause.CLEANER;
        }
        Following.end(s, block, why == Cause.UNSAID ? Cause.EXPLICIT : why);
    }

    /**
     * Counts a block that was taken, and draws whether it is followed: see {@link Draws#sample}.
     *
     * @param weighed what it counts as then, see {@link Kind#weighed(int, long)}
     */
    @Inlined
    static double weigh(ThreadState s, int binding, long address, long bytes, long weighed) {
        s.allocated(binding, bytes);
        if (!isNothingKnownAt(address)) {
            Misuses.BLOCKS.forget(address);
        }
        return s.sample(weighed, RATES[Pace.stratum(binding, bytes)]);
    }
}
