package dev.plimsoll.jfr.probe.v1;

/** The bindings by number, so that a counter is an array element; their names are the contract's. */
public final class Binding {

    public static final int DIRECT = 0;
    public static final int UNSAFE = 1;
    public static final int FFM = 2;
    public static final int MAPPED = 3;
    public static final int ZIP = 4;
    public static final int JNA = 5;
    public static final int LWJGL = 6;
    public static final int JAVACPP = 7;
    public static final int JNR = 8;
    public static final int NETTY = 9;
    public static final int SKIJA = 10;
    public static final int JAVAFX = 11;
    public static final int JNI = 12;
    public static final int MALLOC = 13;
    public static final int GL = 14;
    public static final int VULKAN = 15;

    /** How many bindings there can be, those of user rules included. */
    public static final int LIMIT = 32;

    private static final String[] NAMES = new String[LIMIT];
    private static int count;

    static {
        String[] fixed = {
            "direct", "unsafe", "ffm", "mapped", "zip", "jna", "lwjgl", "javacpp", "jnr", "netty", "skija", "javafx",
            "jni", "malloc", "gl", "vulkan"
        };
        System.arraycopy(fixed, 0, NAMES, 0, fixed.length);
        count = fixed.length;
    }

    private Binding() {}

    /** The name of a binding. */
    public static String name(int binding) {
        return NAMES[binding];
    }

    /** How many bindings are known now; numbers run from 0 to one less. */
    public static synchronized int count() {
        return count;
    }

    /**
     * The number of the binding with this name, a new one when the name is new.
     *
     * @return the number, or -1 when all {@value #LIMIT} are taken
     */
    public static synchronized int named(String name) {
        for (int i = 0; i < count; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        if (count == LIMIT) {
            return -1;
        }
        NAMES[count] = name;
        return count++;
    }
}
