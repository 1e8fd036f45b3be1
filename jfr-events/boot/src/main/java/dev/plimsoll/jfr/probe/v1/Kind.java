package dev.plimsoll.jfr.probe.v1;

/** What a block is to its binding, in the words of the contract. */
public final class Kind {

    /** The binding and the owner tell. */
    public static final int BY_OWNER = 0;

    /** A pool's memory, of which it hands out buffers. */
    public static final int CHUNK = 1;

    /** A buffer that a pool has handed out. */
    public static final int POOLED = 2;

    public static final int INFLATER = 3;
    public static final int DEFLATER = 4;

    /** What a handle stands for has a size that nobody in Java knows. */
    public static final int HANDLE = 5;

    /** How many kinds there can be: their numbers are part of the keys of {@link Handles}. */
    private static final int LIMIT = 128;

    private static final long UNKNOWN_COUNTS_AS = 1 << 10;
    private static final long MANUAL_COUNTS_AS = 1 << 12;

    private static final String[] NAMES = new String[LIMIT];
    private static int count;

    static {
        for (String name : new String[] {"raw", "chunk", "pooled", "inflater", "deflater", "handle"}) {
            NAMES[count++] = name;
        }
    }

    private Kind() {}

    /** A binding's number that also tells the kind, for {@link Probe#enter}. */
    public static int of(int binding, int kind) {
        return binding | kind << 8;
    }

    /** The number of the kind with this name, a new one when the name is new. */
    public static synchronized int named(String name) {
        for (int i = 0; i < count; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        NAMES[count] = name;
        return count++;
    }

    /**
     * What a block counts as when it is sampled, in bytes. Not its size where that is unknown, or comes from a manual: a
     * handle would never be taken, and a stream of zlib, which may be made and ended in no time, too often.
     */
    @Inlined
    static long weighed(int kind, long bytes) {
        return kind == INFLATER || kind == DEFLATER ? MANUAL_COUNTS_AS : weighed(bytes);
    }

    /** As {@link #weighed(int, long)}, of what is no stream. */
    @Inlined
    static long weighed(long bytes) {
        return bytes == 0 ? UNKNOWN_COUNTS_AS : bytes;
    }

    static String name(int kind) {
        return NAMES[kind];
    }

    static String of(int binding, Object owner) {
        switch (binding) {
            case Binding.DIRECT:
                return "buffer";
            case Binding.FFM:
                return lifetime(owner);
            case Binding.MAPPED:
                return owner == null || owner.getClass().getName().startsWith("java.nio.") ? "file" : lifetime(owner);
            case Binding.JNA:
                return owner == null ? "raw" : "memory";
            case Binding.JAVACPP:
                return "pointer";
            case Binding.JNR:
                return owner == null ? "raw" : "memory";
            case Binding.LWJGL:
            case Binding.NETTY:
                return owner == null ? "raw" : "buffer";
            default:
                return "raw";
        }
    }

    /** The lifetime of an arena by its session; memory without a session came from a call of malloc. */
    static String lifetime(Object session) {
        if (session == null) {
            return "malloc";
        }
        switch (session.getClass().getName()) {
            case "jdk.internal.foreign.ConfinedSession":
                return "confined";
            case "jdk.internal.foreign.SharedSession":
                return "shared";
            case "jdk.internal.foreign.ImplicitSession":
                return "auto";
            case "jdk.internal.foreign.GlobalSession":
                return "global";
            default:
                return "custom";
        }
    }
}
