package dev.plimsoll.recording;

import dev.plimsoll.target.ChildJvm;
import java.nio.file.Path;

/// A program that keeps direct buffers in a static map and others in a local list, recorded with what holds its
/// objects.
public final class HeldBuffers {

    /// The recorder tells only of objects that lived through a collection.
    private static final String PROGRAM = """
            import java.nio.ByteBuffer;
            import java.util.*;
            public class Keeps {
                static final Map<Integer, ByteBuffer> kept = new HashMap<>();
                public static void main(String[] args) throws Exception {
                    List<ByteBuffer> local = new ArrayList<>();
                    for (int i = 0; i < 300; i++) {
                        leak(i);
                        other(local);
                    }
                    System.gc();
                    System.out.println("up");
                    System.in.read();
                    System.exit(local.size() - 300);
                }
                static void leak(int i) { kept.put(i, ByteBuffer.allocateDirect(2_003)); }
                static void other(List<ByteBuffer> list) { list.add(ByteBuffer.allocateDirect(1_009)); }
            }
            """;

    private HeldBuffers() {}

    /// @param jdk feature release
    public static Path record(int jdk, Path folder) throws Exception {
        Path file = folder.resolve("held-" + jdk + ".jfr");
        // With an allocation buffer of 2 KB for each thread, the recorder looks at an object every 2 KB.
        try (ChildJvm child = ChildJvm.start(
                jdk,
                PROGRAM,
                "-XX:+UseSerialGC",
                "-XX:TLABSize=2k",
                "-XX:-ResizeTLAB",
                "-Djava.io.tmpdir=" + folder,
                "-XX:StartFlightRecording=settings=profile,path-to-gc-roots=true,filename=" + file)) {
            child.end();
        }
        return file;
    }
}
