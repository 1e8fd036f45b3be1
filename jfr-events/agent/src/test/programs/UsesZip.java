import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/** Inflaters and deflaters: kept, ended, ended by their stream, and lost. */
public class UsesZip extends Program {

    static Inflater inflater;
    static Deflater deflater;

    public static void main(String[] args) throws Exception {
        new Inflater().end();
        ready();
        keep();
        endTwice();
        stream();
        lose();
        done();
    }

    static void keep() {
        inflater = new Inflater();
        deflater = new Deflater(Deflater.BEST_SPEED, true);
    }

    static void endTwice() {
        Inflater ended = new Inflater(true);
        ended.end();
        ended.end();
        new Deflater().end();
    }

    static void stream() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[10_000]);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            tell("unpacked", in.readAllBytes().length);
        }
    }

    static void lose() {
        loseAndCollect(() -> new Deflater());
    }
}
