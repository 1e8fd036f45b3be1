package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipWeaveTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void eachStreamIsFollowedFromInitToEnd(int jdk, @TempDir Path directory) throws Exception {
        Watched run =
                Watched.run(directory, jdk, "UsesZip", "", r -> ends(r, "lose").contains("deflater cleaner"));
        Recorded recorded = run.recorded();

        assertEquals(List.of("inflater null", "deflater null"), ends(recorded, "keep"));
        assertEquals(List.of("inflater explicit", "deflater explicit"), ends(recorded, "endTwice"));
        assertEquals(List.of("deflater explicit", "inflater explicit"), ends(recorded, "stream"));
        List<Block> blocks = recorded.blocks("zip", "UsesZip");
        Block kept = blocks.get(0);
        assertEquals("java.util.zip.Inflater", kept.ownerClass());
        assertEquals(ZipWeave.INFLATER_BYTES, kept.bytes());
        assertEquals(39_936, kept.bytes());
        assertEquals(268_288, blocks.get(1).bytes());
        assertEquals(10_000, run.told("unpacked"));
        assertEquals("woven ", recorded.coverage("zip"));
        assertEquals(0, recorded.errors());
    }

    /** Kind and end of what was made in a method of the program, in order. */
    private static List<String> ends(Recorded recorded, String method) {
        return recorded.blocks("zip", "UsesZip").stream()
                .filter(b -> b.frames().contains("UsesZip." + method))
                .map(b -> b.kind() + " " + b.cause())
                .toList();
    }
}
