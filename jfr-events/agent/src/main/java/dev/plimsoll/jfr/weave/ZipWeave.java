package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Kind;
import java.util.List;

/**
 * Inflaters and deflaters, those of streams and of the JDK itself too: the native zlib stream behind each, from where its
 * address is first held to where it is ended. The owner is the Inflater or Deflater, which has a Cleaner.
 *
 * <p>Nobody in Java knows what zlib takes, so the sizes are what zlib's manual (zconf.h, "memory requirements") says for the
 * window and memory level that the JDK uses. Measured with mallinfo2 around 500 of each on Temurin 25.0.3: a deflater
 * 268,320 bytes, an inflater 40,100 once it has inflated something and 7,300 before.
 *
 * <p>Looked at with javap on 17.0.15 and 25.0.3, run on both.
 */
final class ZipWeave implements Family {

    /** A window of 2^15 bytes, and about 7 KiB. */
    static final long INFLATER_BYTES = (1 << 15) + (7 << 10);

    /** 2^(15+2) bytes for the window, 2^(8+9) for memory level 8, and a few KiB, here 6. */
    static final long DEFLATER_BYTES = (1 << 17) + (1 << 17) + (6 << 10);

    private static final String INFLATER = "java/util/zip/Inflater";
    private static final String DEFLATER = "java/util/zip/Deflater";

    @Override
    public String binding() {
        return Binding.name(Binding.ZIP);
    }

    @Override
    public List<Point> points() {
        String inflaterStream = INFLATER + "$InflaterZStreamRef";
        String deflaterStream = DEFLATER + "$DeflaterZStreamRef";
        return List.of(
                Point.needed(inflaterStream, "<init>", "(L" + INFLATER + ";J)V", made(Kind.INFLATER, INFLATER_BYTES)),
                Point.needed(inflaterStream, "run", "()V", ended()),
                Point.needed(deflaterStream, "<init>", "(L" + DEFLATER + ";J)V", made(Kind.DEFLATER, DEFLATER_BYTES)),
                Point.needed(deflaterStream, "run", "()V", ended()));
    }

    private static Advice made(int kind, long bytes) {
        return Roots.made(Kind.of(Binding.ZIP, kind), Value.constant(bytes), Value.argument(1), Value.argument(0));
    }

    private static Advice ended() {
        return Roots.free(Binding.ZIP, Value.receiver().field("address", "J"));
    }

    @Override
    public List<String> presentWith() {
        return List.of(INFLATER, DEFLATER);
    }

    @Override
    public String absent() {
        return "this JVM has no java.util.zip.Inflater";
    }

    @Override
    public String woven() {
        return "inflaters and deflaters; their sizes are what zlib's manual says";
    }
}
