package dev.plimsoll.jfr.probe.v1;

/** Who gives a block back. */
public final class Cause {

    /** Nobody has said: the thread decides between {@link #EXPLICIT} and {@link #CLEANER}. */
    public static final int UNSAID = 0;

    public static final int EXPLICIT = 1;
    public static final int CLEANER = 2;
    public static final int ARENA = 3;
    public static final int REALLOC = 4;

    private static final String[] NAMES = {"explicit", "explicit", "cleaner", "arena", "realloc"};

    private Cause() {}

    static String name(int cause) {
        return NAMES[cause];
    }
}
