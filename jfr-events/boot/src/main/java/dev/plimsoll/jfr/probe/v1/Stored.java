package dev.plimsoll.jfr.probe.v1;

import java.util.Arrays;

/** The memory of one name of OpenGL, by its parts: levels and faces of a texture, or all of it at once. */
final class Stored extends Entry {

    /** For {@link #with}: all of it, in the place of every part. */
    static final int WHOLE = -1;

    /** More parts than any driver has levels and faces; what is beyond is not counted. */
    private static final int PARTS = 6 * 32;

    private final long[] parts;

    private Stored(long key, int binding, long[] parts) {
        super(key, binding, null);
        this.parts = parts;
    }

    /** Nothing yet. */
    static Stored empty(long key, int binding) {
        return new Stored(key, binding, new long[0]);
    }

    long bytes() {
        long sum = 0;
        for (long part : parts) {
            sum += part;
        }
        return sum;
    }

    /**
     * The same name when a part of it has got memory in the place of what it had.
     *
     * @param part its number from 0, or {@link #WHOLE}
     */
    Stored with(int part, long bytes) {
        if (part == WHOLE) {
            return new Stored(address, binding, new long[] {bytes});
        }
        if (part < 0 || part >= PARTS) {
            return this;
        }
        long[] changed = Arrays.copyOf(parts, Math.max(parts.length, part + 1));
        changed[part] = bytes;
        return new Stored(address, binding, changed);
    }

    @Override
    Entry copy() {
        return new Stored(address, binding, parts);
    }
}
